package vn.nhipcau.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "::127.0.0.1",
                "2001:db8::1",
                "ff02::1"
            })
    void addresses_that_are_nobodys_public_server_are_refused(String address) {
        assertThat(AddressGuard.publicOnly().permits(InetAddress.ofLiteral(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"113.160.1.1", "8.8.8.8", "172.32.0.1", "2405:4800::1", "64:ff9b::808:808"})
    void public_addresses_are_permitted(String address) {
        assertThat(AddressGuard.publicOnly().permits(InetAddress.ofLiteral(address)))
                .isTrue();
    }

    @Test
    void only_the_range_that_the_operator_names_is_allowed_beside_them() {
        AddressGuard guard = AddressGuard.allowing(List.of("127.0.0.0/8"));
        assertThat(guard.permits(InetAddress.ofLiteral("127.9.9.9"))).isTrue();
        assertThat(guard.permits(InetAddress.ofLiteral("10.0.0.1"))).isFalse();
        assertThat(AddressGuard.allowingPrivate().permits(InetAddress.ofLiteral("224.0.0.1")))
                .isFalse();
    }
}
