package vn.nhipcau.directory;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.nhipcau.web.Refusal;

/** Length over compulsory symbols (NIST SP 800-63B): long enough, not the user name, not one of those tried first. */
final class PasswordRule {
    static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private static final int FEWEST_DIFFERENT = 5;
    private static final List<String> TRIED_FIRST =
            List.of("password", "matkhau", "123456", "qwerty", "abc123", "111111", "nhipcau", "vietnam");

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordRule() {}

    static void check(String password, String repeated, String username) {
        if (!password.equals(repeated)) {
            throw Refusal.invalid(
                    "PASSWORDS_DIFFER",
                    "Hai lần ghi mật khẩu mới không giống nhau. Hãy ghi lại.",
                    "The two new passwords differ. Write them again.");
        }
        String plain = Wording.fold(password).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        boolean tried =
                TRIED_FIRST.stream().anyMatch(start -> plain.startsWith(start) && plain.length() < start.length() + 6);
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw weak(
                    "Mật khẩu phải có ít nhất " + SHORTEST + " ký tự. Một câu ngắn dễ nhớ là tốt nhất.",
                    "A password has at least " + SHORTEST + " characters. A short sentence does best.");
        }
        if (tried
                || password.toLowerCase(Locale.ROOT).contains(username)
                || password.chars().distinct().count() < FEWEST_DIFFERENT) {
            throw weak(
                    "Mật khẩu này quá dễ đoán: chứa tên đăng nhập, lặp một ký tự, hoặc thuộc loại hay bị thử trước. Hãy chọn câu khác.",
                    "This password is too easy to guess: it has the user name in it, repeats one character, or is among those tried first.");
        }
    }

    private static Refusal weak(String vietnamese, String english) {
        return Refusal.invalid("WEAK_PASSWORD", vietnamese, english);
    }

    /** One to be read out over the telephone: no letters that look alike; about 70 bits. */
    static String random() {
        return IntStream.range(0, 15)
                .mapToObj(i -> (i > 0 && i % 5 == 0 ? "-" : "") + LETTERS.charAt(RANDOM.nextInt(LETTERS.length())))
                .collect(Collectors.joining());
    }
}
