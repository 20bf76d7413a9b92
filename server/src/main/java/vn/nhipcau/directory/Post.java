package vn.nhipcau.directory;

import java.io.Serializable;

/** A role held at a unit. */
public record Post(Role role, long organisationId) implements Serializable {}
