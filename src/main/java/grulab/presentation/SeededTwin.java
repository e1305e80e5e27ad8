package grulab.presentation;

import grulab.model.Convention;
import grulab.service.LabService;

/** Has the service train the twin from the same seed. */
record SeededTwin(LabService service) implements TwinTraining.Trainer {
    @Override
    public void train(Convention under) {
        service.twin(under);
    }

    @Override
    public void rest() {
        service.twinRests();
    }

    @Override
    public void end() {
        service.twinEnds();
    }
}
