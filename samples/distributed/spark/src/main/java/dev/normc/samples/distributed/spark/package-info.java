/** The same jobs on Apache Spark: parts of shards in {@code treeAggregate}, merged values in broadcast variables. */
package dev.normc.samples.distributed.spark;
