package grulab.engine.math;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** Whether this process can use the Vector API, and this machine gains by it. */
final class VectorModule {
    private VectorModule() {}

    static boolean isThere() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    /** Without such an instruction Java computes a x + b in exact arithmetic, a thousand times slower. */
    static boolean fusesMultiplyAdd() {
        try {
            HotSpotDiagnosticMXBean vm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return vm == null || Boolean.parseBoolean(vm.getVMOption("UseFMA").getValue());
        } catch (LinkageError | IllegalArgumentException e) {
            return true; // another virtual machine: a race will show
        }
    }
}
