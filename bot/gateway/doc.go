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
// The package does not know what the bot says, and keeps nothing of what members write.
package gateway
