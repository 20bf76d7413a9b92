package vn.nhipcau.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.nhipcau.consultation.Figures.Figure;

class OpenDataTest {
    @Test
    void small_channels_are_put_together() {
        assertThat(OpenData.suppressed(
                        List.of(figure(Channel.WEB, 40), figure(Channel.PAPER, 3), figure(Channel.MINUTES, 2))))
                .containsExactly(
                        new OpenData.Cell(1, "phan-1", "web", "agree", 40),
                        new OpenData.Cell(1, "phan-1", "other", "agree", 5));
    }

    @Test
    void one_small_channel_takes_the_next_larger_one_with_it() {
        assertThat(OpenData.suppressed(
                        List.of(figure(Channel.WEB, 40), figure(Channel.PAPER, 1), figure(Channel.HUB, 7))))
                .containsExactly(
                        new OpenData.Cell(1, "phan-1", "web", "agree", 40),
                        new OpenData.Cell(1, "phan-1", "other", "agree", 8));
    }

    @Test
    void nothing_is_lost_and_no_channel_below_five_is_named() {
        Random random = new Random(20261122);
        for (int round = 0; round < 500; round++) {
            List<Figure> figures = new ArrayList<>();
            for (Channel channel : Channel.values()) {
                if (random.nextBoolean()) {
                    figures.add(figure(channel, 1 + random.nextInt(12)));
                }
            }
            List<OpenData.Cell> cells = OpenData.suppressed(figures);
            assertThat(cells.stream().mapToLong(OpenData.Cell::opinions).sum())
                    .isEqualTo(figures.stream().mapToLong(Figure::opinions).sum());
            assertThat(cells.stream()
                            .filter(cell -> !cell.channel().equals("other"))
                            .map(OpenData.Cell::opinions)
                            .collect(Collectors.toSet()))
                    .allMatch(opinions -> opinions >= OpenData.SMALLEST_GROUP);
        }
    }

    private static Figure figure(Channel channel, long opinions) {
        return new Figure(1, "phan-1", channel, Stance.AGREE, opinions);
    }
}
