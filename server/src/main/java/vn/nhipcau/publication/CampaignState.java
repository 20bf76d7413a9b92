package vn.nhipcau.publication;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where a campaign stands. {@link #EDGES} is the whole state machine: what is not there cannot happen. */
public enum CampaignState {
    DRAFT("Chưa bắt đầu", "Not started", ""),
    RUNNING("Đang kiểm tra", "Running", "open"),
    STOPPED("Tạm dừng", "Stopped", "warn"),
    ENDED("Đã kết thúc", "Ended", "");

    /** What can be done to it. */
    public enum Event {
        START("Bắt đầu kiểm tra", "Start"),
        STOP("Tạm dừng", "Stop"),
        RESUME("Tiếp tục", "Resume"),
        END("Kết thúc đợt", "End");

        private final String vietnamese;
        private final String english;

        Event(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }

        public String vietnamese() {
            return vietnamese;
        }

        public String english() {
            return english;
        }
    }

    record Edge(CampaignState from, Event event, CampaignState to) {}

    static final List<Edge> EDGES = List.of(
            new Edge(DRAFT, Event.START, RUNNING),
            new Edge(RUNNING, Event.STOP, STOPPED),
            new Edge(STOPPED, Event.RESUME, RUNNING),
            new Edge(RUNNING, Event.END, ENDED),
            new Edge(STOPPED, Event.END, ENDED),
            new Edge(ENDED, Event.RESUME, RUNNING));

    private final String vietnamese;
    private final String english;
    private final String look;

    CampaignState(String vietnamese, String english, String look) {
        this.vietnamese = vietnamese;
        this.english = english;
        this.look = look;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public String english() {
        return english;
    }

    /** Class of the mark on a page. */
    String look() {
        return look;
    }

    Optional<CampaignState> after(Event event) {
        return EDGES.stream()
                .filter(edge -> edge.from == this && edge.event == event)
                .map(Edge::to)
                .findFirst();
    }

    List<Event> possible() {
        return Arrays.stream(Event.values())
                .filter(event -> after(event).isPresent())
                .toList();
    }
}
