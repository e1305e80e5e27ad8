/** The running experiment: background service, command queue, mailbox to the window, metric log, saving. */
@NullMarked
package grulab.service;

import org.jspecify.annotations.NullMarked;
