package vn.nhipcau.consultation;

/** Who may take part. */
public enum Participation {
    ANYONE,
    PSEUDONYMOUS,
    SIGNED_IN
}
