// The index's thread as it is, after a listener that hears every request first.
import './crash-on-word.ts';
import '../../../main/search/worker.ts';
