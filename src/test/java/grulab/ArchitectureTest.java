package grulab;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "grulab", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule MODEL_KNOWS_ONLY_THE_JDK = classes()
            .that()
            .resideInAPackage("grulab.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("grulab.model..", "java..", "org.jspecify..")
            .because("everybody speaks in these records, so whatever they knew everybody would know");

    @ArchTest
    static final ArchRule LAYERS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("model")
            .definedBy("grulab.model..")
            .layer("engine")
            .definedBy("grulab.engine..")
            .layer("text")
            .definedBy("grulab.text..")
            .layer("interop")
            .definedBy("grulab.interop..")
            .layer("service")
            .definedBy("grulab.service..")
            .layer("presentation")
            .definedBy("grulab.presentation..")
            .layer("control")
            .definedBy("grulab.control..")
            .layer("view")
            .definedBy("grulab.view..")
            .layer("cli")
            .definedBy("grulab.cli..")
            .layer("app")
            .definedBy("grulab.app..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cli")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("view")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("control")
            .mayOnlyBeAccessedByLayers("view", "app")
            .whereLayer("presentation")
            .mayOnlyBeAccessedByLayers("view", "app")
            .whereLayer("service")
            .mayOnlyBeAccessedByLayers("presentation", "cli", "app")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("interop", "service", "presentation", "cli", "app")
            .whereLayer("text")
            .mayOnlyBeAccessedByLayers("service", "presentation", "cli", "app")
            .whereLayer("interop")
            .mayOnlyBeAccessedByLayers("service", "presentation", "cli", "app")
            .because("a view that reached the engine could show what was asked for instead of what was computed");

    @ArchTest
    static final ArchRule FILES_KNOW_NO_ENGINE = noClasses()
            .that()
            .resideInAPackage("grulab.interop..")
            .and()
            .resideOutsideOfPackage("grulab.interop.code..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("grulab.engine..")
            .because("what a file says is read without computing anything with it");

    @ArchTest
    static final ArchRule PROGRAMS_ASK_ONLY_FOR_FORMULAS = noClasses()
            .that()
            .resideInAPackage("grulab.interop.code..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("grulab.engine..").and(resideOutsideOfPackage("grulab.engine.explain..")))
            .because("a generated program says the formulas that the window shows, so it has them from where those come"
                    + " from; numbers it is given");

    @ArchTest
    static final ArchRule NO_UI_BELOW_THE_PRESENTATION = noClasses()
            .that()
            .resideInAnyPackage(
                    "grulab.model..",
                    "grulab.engine..",
                    "grulab.text..",
                    "grulab.interop..",
                    "grulab.service..",
                    "grulab.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.controlsfx..", "java.awt..", "javax.swing..")
            .because("the same engine serves scripts on machines without a display");

    @ArchTest
    static final ArchRule PRESENTATION_HAS_NO_NODES = noClasses()
            .that()
            .resideInAPackage("grulab.presentation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.controlsfx..")
            .because("what a workspace knows is tested without a window");

    @ArchTest
    static final ArchRule ND4J_STAYS_IN_ITS_ROOM = noClasses()
            .that()
            .resideOutsideOfPackages("grulab.engine.math..", "grulab.interop..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "org.bytedeco..")
            .because("a faster product can then stand beside it and nobody else notices");

    @ArchTest
    static final ArchRule EJML_STAYS_IN_ITS_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage("grulab.engine.whatif..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.ejml..")
            .because("it is there for eigenvalues, and a second kind of matrix everywhere would be one too many");

    @ArchTest
    static final ArchRule PROTOBUF_STAYS_IN_ITS_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage("grulab.interop.onnx..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.protobuf..", "onnx..")
            .because(
                    "messages that a file has filled hold whatever the file says; what leaves the room has been checked");

    @ArchTest
    static final ArchRule VECTORS_ARE_OPTIONAL = noClasses()
            .that()
            .resideOutsideOfPackages("grulab.engine.math..", "grulab.engine.cell..")
            .or()
            .haveNameNotMatching(".*\\.(Vector\\w+|\\w+Tiles)")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.incubator.vector..")
            .because("everything else has to load where the module is not there");

    @ArchTest
    static final ArchRule THE_JUDGE_SHARES_NO_CODE = noClasses()
            .that()
            .resideInAPackage("grulab.engine.reference..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "grulab.engine.cell..", "grulab.engine.math..", "grulab.engine.train..", "grulab.engine.whatif..")
            .because("a mistake that the engine and its judge shared would be called right");

    @ArchTest
    static final ArchRule WHAT_IF_IS_JUDGED_TOO = noClasses()
            .that()
            .resideInAPackage("grulab.engine.whatif..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("grulab.engine.reference..")
            .because("what would have happened is tested against the reference, which it must not ask then");

    @ArchTest
    static final ArchRule DIAGNOSES_ARE_JUDGED_TOO = noClasses()
            .that()
            .resideInAPackage("grulab.engine.diagnose..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("grulab.engine.reference..", "grulab.engine.cell..", "grulab.engine.math..")
            .because("what is found to explain numbers is tested against the reference, which it must not ask then");

    @ArchTest
    static final ArchRule CONTROLS_KNOW_NO_WORKSPACE = noClasses()
            .that()
            .resideInAPackage("grulab.control..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "grulab.engine..",
                    "grulab.text..",
                    "grulab.interop..",
                    "grulab.service..",
                    "grulab.presentation..",
                    "grulab.view..")
            .because("a control draws the value it is given, so any workspace and any test can use it");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("grulab.(*)..")
            .should()
            .beFreeOfCycles()
            .because("two packages that need each other are one package");

    @ArchTest
    static final ArchRule NO_SLEEPING = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .because("a program that waits for a time instead of a condition is slow or wrong");
}
