/** The jobs on Apache Flink: operators that hold what shards hand in as checkpointed state. */
package dev.normc.samples.distributed.flink;
