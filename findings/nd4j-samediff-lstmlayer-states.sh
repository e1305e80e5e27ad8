#!/usr/bin/env bash
# ND4J 1.0.0-M2.1, SameDiff's sd.rnn().lstmLayer(x, cLast, yLast, maxTSLength, weights, config): what is given as cLast is
# taken for the first h, and what is given as yLast for the first c. Weights lie i f g o. The op itself (lstmLayer in
# libnd4j) is right; the method hands its inputs over in the other order.
# Needs a JDK from 17 on and Maven, whose own repository keeps what it fetches. Exits 1 if this has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.nd4j</groupId><artifactId>nd4j-native</artifactId><version>1.0.0-M2.1</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath >/dev/null
cat >States.java <<'JAVA'
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMActivations;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMDataFormat;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMDirectionMode;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMLayerConfig;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.weights.LSTMLayerWeights;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

public class States {
    static final double[][] W = {{.3, -.2, .5, .1, -.4, .7, .2, .6}, {-.1, .4, .2, -.3, .6, .1, -.5, .3}};
    static final double[][] U = {{.2, .4, -.3, .6, .5, -.1, .3, -.2}, {-.5, .3, .8, -.2, .1, .9, -.4, .2}};
    static final double[] B = {.1, -.1, .2, .05, -.2, .3, 0, .1};
    static final double[][] X = {{1, -.5}, {.5, .2}, {-1, .8}};

    static double sigmoid(double a) {
        return 1 / (1 + Math.exp(-a));
    }

    /** The last h of an LSTM, gates i f g o. */
    static double[] formula(double[] h0, double[] c0) {
        double[] h = h0.clone();
        double[] c = c0.clone();
        for (double[] x : X) {
            double[] a = B.clone();
            for (int k = 0; k < a.length; k++) {
                for (int i = 0; i < 2; i++) {
                    a[k] += x[i] * W[i][k] + h[i] * U[i][k];
                }
            }
            for (int k = 0; k < 2; k++) {
                c[k] = sigmoid(a[2 + k]) * c[k] + sigmoid(a[k]) * Math.tanh(a[4 + k]);
                h[k] = sigmoid(a[6 + k]) * Math.tanh(c[k]);
            }
        }
        return h;
    }

    static double[] library(double[] cLast, double[] yLast) {
        SameDiff sd = SameDiff.create();
        SDVariable x = sd.constant("x", Nd4j.create(X).reshape(3, 1, 2));
        LSTMLayerConfig config = LSTMLayerConfig.builder()
                .lstmdataformat(LSTMDataFormat.TNS)
                .directionMode(LSTMDirectionMode.FWD)
                .gateAct(LSTMActivations.SIGMOID)
                .cellAct(LSTMActivations.TANH)
                .outAct(LSTMActivations.TANH)
                .retFullSequence(true)
                .retLastC(false)
                .retLastH(false)
                .build();
        LSTMLayerWeights weights = LSTMLayerWeights.builder()
                .weights(sd.constant("W", Nd4j.create(W)))
                .rWeights(sd.constant("U", Nd4j.create(U)))
                .bias(sd.constant("b", Nd4j.create(B)))
                .build();
        SDVariable c = sd.constant("cLast", Nd4j.create(new double[][] {cLast}));
        SDVariable y = sd.constant("yLast", Nd4j.create(new double[][] {yLast}));
        INDArray all = sd.rnn().lstmLayer(x, c, y, null, weights, config)[0].eval();
        return all.get(NDArrayIndex.point(2), NDArrayIndex.point(0), NDArrayIndex.all()).toDoubleVector();
    }

    static double apart(double[] a, double[] b) {
        return Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]));
    }

    public static void main(String[] args) {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
        double[] h0 = {.9, -.7};
        double[] c0 = {-.3, .5};
        double[] named = library(c0, h0);
        double[] other = library(h0, c0);
        System.out.printf("formula, h0 and c0            %.6f %.6f%n", formula(h0, c0)[0], formula(h0, c0)[1]);
        System.out.printf("lstmLayer, cLast c0, yLast h0 %.6f %.6f%n", named[0], named[1]);
        System.out.printf("lstmLayer, cLast h0, yLast c0 %.6f %.6f%n", other[0], other[1]);
        boolean holds = apart(other, formula(h0, c0)) < 1e-6
                && apart(named, formula(c0, h0)) < 1e-6
                && apart(named, formula(h0, c0)) > 1e-2;
        System.out.println(holds ? "as described" : "CHANGED");
        System.exit(holds ? 0 : 1);
    }
}
JAVA
java -cp "$(cat classpath)" States.java
