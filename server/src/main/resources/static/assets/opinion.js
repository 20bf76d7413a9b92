// Keeps what is being written on this device until it is sent. The form works without.
(() => {
  'use strict';
  const name = (draft) => `nhipcau-opinion/${draft}`;
  const done = document.querySelector('[data-draft-done]');
  if (done) localStorage.removeItem(name(done.dataset.draftDone));

  const form = document.querySelector('form[data-draft]');
  if (!form) return;
  const {text, key} = form.elements;
  const place = name(form.dataset.draft);
  const kept = form.querySelector('[data-kept]');
  const left = form.querySelector('[data-left]');

  const count = () => { left.querySelector('output').value = text.maxLength - text.value.length; };
  left.hidden = false;

  const save = () => {
    const stance = form.elements.stance.value;
    if (!text.value && !stance) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify({text: text.value, stance, key: key.value}));
    kept.hidden = !localStorage.getItem(place);
  };

  // The key is drawn here, so that the server cannot give two people one receipt; it is kept with the draft, so that
  // sending again after a broken line is still the same opinion.
  const draft = JSON.parse(localStorage.getItem(place) || 'null');
  const refused = form.parentElement.querySelector('[role=alert]');
  if (draft && !text.value) {
    text.value = draft.text;
    form.elements.stance.value = draft.stance;
    key.value = draft.key;
    kept.hidden = false;
  } else if (!refused && window.crypto.randomUUID) {
    key.value = crypto.randomUUID();
  }
  count();
  form.addEventListener('input', () => { count(); save(); });
  form.querySelector('[data-forget]').addEventListener('click', () => {
    localStorage.removeItem(place);
    form.reset();
    kept.hidden = true;
    count();
  });
})();
