package muster.inference.queue;

import java.util.Optional;
import muster.inference.ModelsOnChips;
import muster.inference.replica.ModelOnChip;
import muster.inference.step.*;

public class Probe {
    static ReplicaServer server(String m, String c, String f, int tp, double in, double out, double chunk) {
        ModelOnChip on = ModelsOnChips.of(m, c, f);
        StepTime step = new StepTime(on.shape(), on.formats(), on.machine(), on.constants());
        return new ReplicaServer(step, Deployment.tensor(tp, 1), new RequestTokens(in, out), 0, Speculation.NONE, chunk, 1, 1);
    }
    public static void main(String[] a) {
        Object[][] cases = {{"llama-3.1-70b","nvidia-h100-sxm","fp8",4,1024.,256.,8192.,256},{"llama-3.1-70b","nvidia-h100-sxm","fp8",4,8192.,256.,8192.,64},{"llama-2-7b","nvidia-h100-sxm","bf16",1,600.,250.,2048.,128},{"llama-3.1-70b","nvidia-h100-sxm","fp8",4,6000.,200.,2048.,64}};
        for (Object[] k : cases) {
            double in=(Double)k[4], out=(Double)k[5], chunk=(Double)k[6]; int slots=(Integer)k[7];
            ReplicaServer s = server((String)k[0],(String)k[1],(String)k[2],(Integer)k[3],in,out,chunk);
            ClosedLoop loop = new ClosedLoop(s, Optional.empty(), slots, Overhead.NONE);
            OpenLoop open = new OpenLoop(loop);
            double sat = open.saturation();
            System.out.printf("%s in %.0f out %.0f sat %.3f%n", k[0], in, out, sat);
            for (double u : new double[]{.2,.4,.6,.7,.8,.9}) {
                var sim = new BatchingSimulation(s,in,(int)out,chunk,slots,7).open(u*sat, 3000);
                var f = open.at(u*sat).orElseThrow();
                System.out.printf(" open u %.1f ttft sim %.4f form %.4f (%.0f%%) tpot %.5f %.5f (%.0f%%) e2e %.0f%% slot %.4f q %.4f%n", u, sim.timeToFirstToken(), f.timeToFirstTokenSeconds(), 100*(f.timeToFirstTokenSeconds()/sim.timeToFirstToken()-1), sim.tokenSeconds(), f.tokenSeconds(), 100*(f.tokenSeconds()/sim.tokenSeconds()-1), 100*(f.requestSeconds()/sim.requestSeconds()-1), f.slotSeconds(), f.queueSeconds());
            }
            for (int c : new int[]{1,4,16,64,128}) { for (double r : new double[]{0,.8,1}) {
                var sim = new BatchingSimulation(s,in,(int)out,chunk,slots,7).closed(c, 10*c, r, 0);
                var f = loop.at(c, new Waves(10, r, false));
                System.out.printf(" waves C %d r %.1f ttft sim %.4f form %.4f (%.0f%%) tpot (%.0f%%)%n", c, r, sim.timeToFirstToken(), f.timeToFirstTokenSeconds(), 100*(f.timeToFirstTokenSeconds()/sim.timeToFirstToken()-1), 100*(f.tokenSeconds()/sim.tokenSeconds()-1));
              }
                var sim = new BatchingSimulation(s,in,(int)out,chunk,slots,7).closed(c, 40*c+400, 0, 10*c);
                var f = loop.at(c, Waves.STEADY);
                System.out.printf(" steady C %d ttft sim %.4f form %.4f (%.0f%%) tpot (%.0f%%) rate (%.0f%%)%n", c, sim.timeToFirstToken(), f.timeToFirstTokenSeconds(), 100*(f.timeToFirstTokenSeconds()/sim.timeToFirstToken()-1), 100*(f.tokenSeconds()/sim.tokenSeconds()-1), 100*(f.ratePerSecond()/sim.rate()-1));
            }
        }
    }
}
