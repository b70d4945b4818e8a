package dev.normc.samples.llm;

import java.util.List;

/** Workloads that can be made on this JVM. */
public interface WorkloadSource {

    /** In the order of the tables. */
    List<Workload> workloads();
}
