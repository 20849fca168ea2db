// Package store keeps the records of every server in one bbolt file. It is
// the truth from which every index is made; nothing else knows bbolt.
//
// A server is a guild here, as in Discord's interface, and so are the house
// articles ([House]). Each guild has article records with all their revisions
// and the bytes they were read from, speaker fixes, settings, and a log of who
// did what. Removed articles stay restorable for [Keep].
//
// Every method that changes something is one act and one transaction: when it
// returns nil, the act is on disk, and whenever the process dies, the act is
// wholly there or wholly absent. Readers never wait for writers.
//
// One process owns the data folder. The store holds article text and names of
// speakers, and never a question.
package store
