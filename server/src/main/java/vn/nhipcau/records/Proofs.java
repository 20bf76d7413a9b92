package vn.nhipcau.records;

import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.nhipcau.ledger.Checkpoint;
import vn.nhipcau.ledger.LogProof;

/** Proofs from the tiles that this server has published. */
@Service
public class Proofs {
    private final Sequencer sequencer;

    Proofs(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    /** That the entry is in the log; empty until the log has taken it in. */
    public Optional<LogProof> of(RecordLog log, long entry) throws IOException {
        var written = sequencer.log(log);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Checkpoint checkpoint = written.get().checkpoint();
        return entry < checkpoint.head().size()
                ? Optional.of(LogProof.of(written.get().reader(), checkpoint, entry, Optional.empty()))
                : Optional.empty();
    }
}
