"""golden.py STATE BASE OUT: texts of our own, with what the network makes of them in float32, for the tests of index/reader."""
import json, sys, torch
import model, pack

TEXTS = [
    ("who closed the ferry", "Storm over Vigra", "The harbour master, Ines Oberlin, closed the ferry on Tuesday after a wave broke two of its windows."),
    ("when did the ferry close", "Storm over Vigra", "The harbour master, Ines Oberlin, closed the ferry on Tuesday after a wave broke two of its windows."),
    ("how many windows broke?", "", "The harbour master, Ines Oberlin, closed the ferry on Tuesday after a wave broke two of its windows."),
    ("how much will the repair cost", "Storm over Vigra", "The harbour master, Ines Oberlin, closed the ferry on Tuesday after a wave broke two of its windows."),
    ("Why was the concert in Brennau cancelled?", "Brennau", "The concert was cancelled because the hall's roof had let in rain for a week, the town said."),
    ("whats the population of brennau", "Brennau", "The concert was cancelled because the hall's roof had let in rain for a week, the town said."),
    ("Who said the roof was safe?", "Brennau . The roof had been looked at in May.", "“It was as safe as my own house,” said Karl Tevis, the builder."),
    ("What did Tevis say?", "Brennau . The roof had been looked at in May.", "“It was as safe as my own house,” said Karl Tevis, the builder."),
    ("did anyone get hurt", "Fire at the mill", "Nobody was hurt, the fire brigade said, though three cows had to be led out of the smoke."),
    ("how many cows", "Fire at the mill", "Nobody was hurt, the fire brigade said, though three cows had to be led out of the smoke."),
    ("who is the mayor of Łękowo", "Łękowo votes", "Zofia Żak, 41, was elected mayor of Łękowo with 58 percent of the vote, ahead of José Núñez-Đặng."),
    ("how old is zofia zak", "Łękowo votes", "Zofia Żak, 41, was elected mayor of Łękowo with 58 percent of the vote, ahead of José Núñez-Đặng."),
    ("what is 北京 in the text", "", "The word 北京 means “northern capital”; 東京 means “eastern capital”."),
    ("ferry", "", "Yes."), ("", "", "No."), ("who", "Long", "The lamps on the quay went out at nine. " * 40),
]
if __name__ == '__main__':
    net = model.Reader(); net.load_state_dict(pack.state(sys.argv[1]), strict=False); net.eval(); words = model.Words(sys.argv[2])
    with open(sys.argv[3], 'w', encoding='utf-8') as f:
        for q, c, p in TEXTS:
            ids, types, off, k = words.rows([q], [c], [p])[0]
            with torch.no_grad(): rel, s, e = net(torch.tensor([ids]), torch.ones(1, len(ids), dtype=torch.long), torch.tensor([types]))
            f.write(json.dumps({'Question': q, 'Context': c, 'Passage': p, 'Answers': round(rel.item(), 5)}, ensure_ascii=False) + '\n')
