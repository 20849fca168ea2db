// Package store keeps the records of every server in one bbolt file. It is
// the truth from which every index is made; nothing else knows bbolt.
package store
