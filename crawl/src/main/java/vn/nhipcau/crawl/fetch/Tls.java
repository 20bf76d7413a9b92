package vn.nhipcau.crawl.fetch;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;

/** What is wrong with a site's certificate, for the one who must mend it. */
final class Tls {
    private Tls() {}

    static String explain(SSLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return "chứng thư số đã hết hạn";
            }
            if (cause instanceof CertificateNotYetValidException) {
                return "chứng thư số chưa có hiệu lực";
            }
            String message = String.valueOf(cause.getMessage());
            if (message.contains("No subject alternative") || message.contains("No name matching")) {
                return "chứng thư số cấp cho tên miền khác";
            }
            if (message.contains("unable to find valid certification path")) {
                return "chứng thư số tự ký hoặc thiếu chứng thư trung gian";
            }
        }
        return "bắt tay TLS không thành công (" + failure.getMessage() + ")";
    }
}
