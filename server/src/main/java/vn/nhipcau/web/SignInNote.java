package vn.nhipcau.web;

import java.util.function.BooleanSupplier;

/**
 * A sentence above the sign-in form, contributed by a module as a bean.
 *
 * @param holds whether it is shown now
 */
public record SignInNote(BooleanSupplier holds, String vietnamese, String english) {}
