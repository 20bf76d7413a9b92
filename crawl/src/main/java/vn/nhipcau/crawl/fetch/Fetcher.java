package vn.nhipcau.crawl.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.SSLSocketFactory;

/**
 * Fetches addresses. One for the whole run; each site has its own {@link Session}, used by one thread at a time, which
 * is how there is never more than one connection to a host.
 */
public final class Fetcher implements AutoCloseable {
    /** Answers of over 128 KB that are in memory at the same time; the others go to files. */
    private static final int LARGE_AT_ONCE = 128;

    private final String agent;
    private final AddressGuard guard;
    private final AddressGuard.Lookup lookup;
    private final Limits limits;
    private final SSLSocketFactory tls;
    private final Path folder;
    private final Clock clock;
    private final Watch watch = new Watch();
    private final Semaphore large = new Semaphore(LARGE_AT_ONCE);
    private final LongAdder requests = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    /**
     * @param agent how we name ourselves, with an address to complain to
     * @param folder for answers too large for memory
     */
    public Fetcher(
            String agent,
            AddressGuard guard,
            AddressGuard.Lookup lookup,
            Limits limits,
            SSLSocketFactory tls,
            Path folder,
            Clock clock) {
        this.agent = agent;
        this.guard = guard;
        this.lookup = lookup;
        this.limits = limits;
        this.tls = tls;
        this.folder = folder;
        this.clock = clock;
    }

    public String agent() {
        return agent;
    }

    public Limits limits() {
        return limits;
    }

    public long requests() {
        return requests.sum();
    }

    public long bytes() {
        return bytes.sum();
    }

    public Session session() {
        return new Session(this, false);
    }

    /** A session that expects most pages to be as they were: see {@link Known}. */
    public Session frugalSession() {
        return new Session(this, true);
    }

    SSLSocketFactory tls() {
        return tls;
    }

    Path folder() {
        return folder;
    }

    Clock clock() {
        return clock;
    }

    Watch watch() {
        return watch;
    }

    Semaphore large() {
        return large;
    }

    void asked() {
        requests.increment();
    }

    void received(int count) {
        bytes.add(count);
    }

    /** The one address of a name that is connected to, and that was judged. */
    public InetAddress address(Url url) throws FetchFailure {
        InetAddress[] found;
        try {
            found = url.isLiteralAddress()
                    ? new InetAddress[] {InetAddress.ofLiteral(url.host().replaceAll("[\\[\\]]", ""))}
                    : lookup.find(url.host());
        } catch (UnknownHostException e) {
            throw new FetchFailure(FetchFailure.Cause.NAME_UNKNOWN, url.host());
        } catch (IllegalArgumentException e) {
            throw new FetchFailure(FetchFailure.Cause.NAME_UNKNOWN, "Not an address: " + url.host());
        }
        for (InetAddress address : found) {
            if (guard.permits(address)) {
                return address;
            }
        }
        throw new FetchFailure(
                found.length == 0 ? FetchFailure.Cause.NAME_UNKNOWN : FetchFailure.Cause.ADDRESS_NOT_ALLOWED,
                url.host() + " → " + Arrays.toString(found));
    }

    @Override
    public void close() {
        watch.close();
    }
}
