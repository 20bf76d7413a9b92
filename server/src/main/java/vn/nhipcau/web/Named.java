package vn.nhipcau.web;

/** A principal that has a name to be shown. */
public interface Named {
    String name();
}
