// Package bot answers in Discord: it turns what a member did (an [Event])
// into what to say (a [Reply]) and sends it.
//
// Deciding and performing are apart. [Desk.Handle] decides: it knows nothing
// of Discord's types and sends nothing, so the playground in a terminal gives
// the same texts from the same code. [Bot] performs: it turns discordgo's
// events into ours, keeps Discord's deadlines, and sends.
//
// Rules of every text that leaves the program:
//
//   - an excerpt stands in a block quote and nothing else does; [Gate] cuts
//     each one again from the stored article and refuses what differs;
//   - article and member text is inert: [Escape] takes the formatting away,
//     and no mention is ever allowed but that of the member named by "for";
//   - a reply fits by construction, counted as [Width] counts;
//   - no text says more than the articles do.
package bot
