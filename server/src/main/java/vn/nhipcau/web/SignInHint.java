package vn.nhipcau.web;

/**
 * An account of the demonstration, offered on the sign-in form. Contributed as a bean; a real installation has none.
 *
 * @param vietnamese who it is, for the choice
 */
public record SignInHint(String user, String password, String vietnamese, String english) {}
