// Package gateway keeps a bot connected to Discord and keeps its REST calls in order. It turns a token and a handler into
// events, and answers into calls:
//
//	g := gateway.New(token, gateway.Options{Handler: handle, Log: log})
//	err := g.Run(ctx) // until ctx ends, or Discord refuses the bot for good
//
//	rest := gateway.NewREST(token, client)
//	r := rest.Reply(interaction)
//	err := r.Defer(ctx, false)
//	err = r.Edit(ctx, gateway.Message{Content: "…"})
//
// The connection itself is discordgo's, which has faults: Open can wait for ever, a "please reconnect" in the wrong moment
// deadlocks it, a refused resume is retried for ever, a late heartbeat of an old connection closes the new one. So a
// discordgo.Session serves one connection only and never reconnects; between it and the network sits a [wire], which sees
// every operation first and ends the connection before discordgo can mishandle it; and a shard decides what comes next.
//
// The files, in the order in which an event comes in and its answer goes out:
//
//	supervisor.go  the bot's connections: how many, from start to end, and what is counted
//	share.go       shards that several processes run between them, and the sessions that they hand on
//	shard.go       one of them over all its lives: when to connect again, resume or begin anew
//	identify.go    leave to identify: what Discord says, and the day's budget, remembered in a file
//	connection.go  one life of a shard: a discordgo.Session on a wire
//	dial.go        TLS and proxies
//	wire.go        the bytes between discordgo and the network, as WebSocket frames, and what ends them
//	refusal.go     what the gateway refuses: close codes, answers that are no WebSocket, and which are final
//	intake.go      who handles an event, and how many at once
//	decode.go      events that discordgo cannot decode, taken field by field
//	reply.go       the answer to an interaction: first response, edits, follow-ups
//	channel.go     messages in channels
//	command.go     the commands that Discord shows to members
//	message.go     the JSON of a message
//	rest.go        a call: rate limits, repetitions
//	backlog.go     calls that wait for Discord: the newest of a channel first
//	outcome.go     what Discord's refusals mean
//	guard.go       all calls together: Discord's global limit and its bans
//	patience.go    waits that grow
//
// The package does not know what the bot says, and keeps nothing of what members write.
package gateway
