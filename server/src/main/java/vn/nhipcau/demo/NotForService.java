package vn.nhipcau.demo;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.nhipcau.database.CannotStart;

/** A demonstration's accounts have a password that everybody knows: no real server starts on its database. */
@Component
@ConditionalOnProperty(
        name = {"nhipcau.demo", "nhipcau.verify-files"},
        havingValue = "false",
        matchIfMissing = true)
class NotForService implements SmartInitializingSingleton {
    private final LoadMark mark;

    NotForService(LoadMark mark) {
        this.mark = mark;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (mark.set()) {
            throw new CannotStart(
                    "Cơ sở dữ liệu này chứa dữ liệu minh họa, mật khẩu ai cũng biết, nên không dùng để chạy thật:"
                            + " hãy chọn thư mục dữ liệu khác (--data) hoặc chạy './nhipcau demo'. / This database holds the"
                            + " demonstration: choose another data folder (--data), or run './nhipcau demo'.");
        }
    }
}
