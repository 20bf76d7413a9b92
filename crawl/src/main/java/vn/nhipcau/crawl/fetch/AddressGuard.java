package vn.nhipcau.crawl.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Decides which network addresses may be connected to. A link on a foreign page, or a name that its owner points at
 * 127.0.0.1 after it was checked, must not reach the operator's own network: so the address itself is judged, after the
 * one lookup whose result is then connected to.
 */
public final class AddressGuard {
    private final List<Range> allowed;

    private AddressGuard(List<Range> allowed) {
        this.allowed = allowed;
    }

    /** The public internet only. */
    public static AddressGuard publicOnly() {
        return new AddressGuard(List.of());
    }

    /** @param ranges that the operator allows beside the public internet, such as {@code 127.0.0.0/8} */
    public static AddressGuard allowing(List<String> ranges) {
        return new AddressGuard(ranges.stream().map(Range::parse).toList());
    }

    /** For a test in one's own network: private, loopback and link-local addresses too. */
    public static AddressGuard allowingPrivate() {
        return allowing(List.of(
                "127.0.0.0/8",
                "10.0.0.0/8",
                "172.16.0.0/12",
                "192.168.0.0/16",
                "169.254.0.0/16",
                "100.64.0.0/10",
                "::1/128",
                "fc00::/7",
                "fe80::/10"));
    }

    public boolean permits(InetAddress address) {
        byte[] bytes = embedded(address.getAddress());
        return isPublic(bytes) || allowed.stream().anyMatch(range -> range.contains(bytes));
    }

    /** The IPv4 address inside an IPv6 one that is translated (64:ff9b::/96), tunnelled (2002::/16) or compatible (::/96). */
    private static byte[] embedded(byte[] bytes) {
        if (bytes.length != 16) {
            return bytes;
        }
        if (Range.NAT64.contains(bytes) || Range.MAPPED.contains(bytes)) {
            return Arrays.copyOfRange(bytes, 12, 16);
        }
        if (Range.COMPATIBLE.contains(bytes) && (bytes[12] != 0 || bytes[13] != 0)) {
            return Arrays.copyOfRange(bytes, 12, 16);
        }
        return Range.TUNNEL.contains(bytes) ? Arrays.copyOfRange(bytes, 2, 6) : bytes;
    }

    private static boolean isPublic(byte[] bytes) {
        return bytes.length == 4
                ? Range.SPECIAL_V4.stream().noneMatch(range -> range.contains(bytes))
                : Range.GLOBAL_V6.contains(bytes) && !Range.DOCUMENTATION_V6.contains(bytes);
    }

    private record Range(byte[] base, int bits) {
        static final List<Range> SPECIAL_V4 = List.of(
                        "0.0.0.0/8",
                        "10.0.0.0/8",
                        "100.64.0.0/10",
                        "127.0.0.0/8",
                        "169.254.0.0/16",
                        "172.16.0.0/12",
                        "192.0.0.0/24",
                        "192.0.2.0/24",
                        "192.88.99.0/24",
                        "192.168.0.0/16",
                        "198.18.0.0/15",
                        "198.51.100.0/24",
                        "203.0.113.0/24",
                        "224.0.0.0/4",
                        "240.0.0.0/4")
                .stream()
                .map(Range::parse)
                .toList();
        static final Range GLOBAL_V6 = parse("2000::/3");
        static final Range DOCUMENTATION_V6 = parse("2001:db8::/32");
        static final Range NAT64 = parse("64:ff9b::/96");
        static final Range TUNNEL = parse("2002::/16");
        static final Range COMPATIBLE = parse("::/96");
        /** Java gives such addresses as IPv4; other resolvers may not. */
        static final Range MAPPED = new Range(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0}, 96);

        static Range parse(String text) {
            int slash = text.indexOf('/');
            try {
                byte[] base = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash))
                        .getAddress();
                int bits = slash < 0 ? base.length * 8 : Integer.parseInt(text.substring(slash + 1));
                if (bits < 0 || bits > base.length * 8) {
                    throw new IllegalArgumentException("Not a range of addresses: " + text);
                }
                return new Range(base, bits);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("Not a range of addresses: " + text, e);
            }
        }

        boolean contains(byte[] address) {
            if (address.length != base.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit += 8) {
                int mask = bits - bit >= 8 ? 0xff : 0xff << 8 - (bits - bit) & 0xff;
                if ((address[bit / 8] & mask) != (base[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Finds the addresses of a name. Names below {@code localhost} are this machine by RFC 6761, without asking. */
    public interface Lookup {
        InetAddress[] find(String host) throws UnknownHostException;

        Lookup SYSTEM = host -> {
            if (host.equals("localhost") || host.endsWith(".localhost")) {
                return new InetAddress[] {Inet4Address.ofLiteral("127.0.0.1")};
            }
            return InetAddress.getAllByName(host);
        };
    }
}
