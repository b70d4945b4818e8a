/**
 * The founding systems of the field, one check for each row of the table they are numbered in.
 *
 * <table>
 * <caption>Where a row is checked</caption>
 * <tr><td>1</td><td>an experiment, in {@code samples/experiments}</td></tr>
 * <tr><td>2, 3</td><td>{@link InputAndModuleTest}</td></tr>
 * <tr><td>4, 5, 6</td><td>{@link BatchNormTest}</td></tr>
 * <tr><td>7</td><td>{@link FoldedBatchNormTest}</td></tr>
 * <tr><td>8, 9, 10</td><td>{@link BatchNormBehaviourTest}</td></tr>
 * <tr><td>11</td><td>published accuracies: documentation, no check</td></tr>
 * <tr><td>12, 13, 14</td><td>{@link LayerNormTest}</td></tr>
 * <tr><td>15</td><td>{@link RecurrentLayerNormTest}</td></tr>
 * <tr><td>16, 17</td><td>{@link InstanceAndGroupNormTest}</td></tr>
 * <tr><td>18, 19</td><td>{@link WeightNormTest}</td></tr>
 * <tr><td>20, 21</td><td>{@link WeightNormWithDataTest}</td></tr>
 * <tr><td>22, 24, 25</td><td>{@link NormPropTest}</td></tr>
 * <tr><td>23</td><td>{@link NormPropActivationsTest}</td></tr>
 * <tr><td>26 to 30</td><td>experiments, in {@code samples/experiments}</td></tr>
 * <tr><td>31</td><td>{@link WhiteningTest}</td></tr>
 * </table>
 */
package dev.normc.jit.founding;
