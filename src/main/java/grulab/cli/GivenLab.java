package grulab.cli;

import grulab.engine.train.Trainer;
import grulab.model.Snapshot;
import grulab.service.LabFile;
import grulab.service.SavedLab;
import grulab.service.UnreadableLab;

/** A lab file that was given by {@code --lab}; what is wrong with it is answered by what would be right. */
final class GivenLab {
    private GivenLab() {}

    static SavedLab read(String file) throws UnreadableLab {
        return LabFile.read(Given.path("--lab", file));
    }

    /** What its window shows of the watched passage. */
    static Snapshot snapshot(String file) throws UnreadableLab {
        SavedLab saved = read(file);
        try {
            return saved.snapshot();
        } catch (IllegalArgumentException e) {
            throw damaged(file, e);
        }
    }

    /** Has a trainer go on where the lab was saved. */
    static void restore(Trainer trainer, SavedLab saved, String file) {
        try {
            trainer.restore(saved.state());
        } catch (IllegalArgumentException e) {
            throw damaged(file, e);
        }
    }

    private static BadRequest damaged(String file, IllegalArgumentException e) {
        return new BadRequest("--lab %s is damaged (%s); give a lab file that was saved whole"
                .formatted(Given.shown(file), Given.line(String.valueOf(e.getMessage()))));
    }
}
