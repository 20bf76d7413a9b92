// Every page works without this file; it only saves steps.
(() => {
  'use strict';

  // A second press on a slow line must not send a form twice.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method === 'get') return;
    if (form.dataset.sent === 'yes') {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    form.setAttribute('aria-busy', 'true');
  });

  // Coming back with the browser's Back button finds the form usable again.
  window.addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-sent]').forEach((form) => {
      delete form.dataset.sent;
      form.removeAttribute('aria-busy');
    });
  });

  // What hurts asks first.
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-confirm]');
    if (button && !window.confirm(button.dataset.confirm)) event.preventDefault();
  });

  // Filters apply as soon as a choice is made.
  document.addEventListener('change', (event) => {
    const form = event.target.closest('form[data-auto]');
    if (form) form.requestSubmit();
  });

  // A form that saves itself says so.
  document.addEventListener('htmx:afterRequest', (event) => {
    const said = event.target.closest('form.autosave')?.querySelector('[data-saved]');
    if (said) said.textContent = event.detail.successful ? said.dataset.saved : said.dataset.failed;
  });

  // Words selected in a document are put into the field of a form.
  document.querySelectorAll('[data-quote-into]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      const field = document.getElementById(button.dataset.quoteInto);
      field.value = window.getSelection().toString();
      field.closest('details').open = true;
      field.scrollIntoView({block: 'center'});
      field.focus();
    });
  });
})();
