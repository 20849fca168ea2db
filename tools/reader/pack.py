"""pack.py STATE BASE OUT [VERSION]: writes the reader's weights as index/reader reads them (weights.go says how the file is laid out).

STATE: a state of model.Reader (.pt or .safetensors). Each output channel of a matrix is brought to int8 by its own scale, its largest weight
at 127; pooler, classifier, span head, norms and positions stay float32.
"""
import json, struct, sys, zlib, numpy as np, torch
import model


def state(path):
    if path.endswith('.safetensors'):
        import safetensors.torch
        return {k: v.float() for k, v in safetensors.torch.load_file(path).items()}
    return {k: v.float() for k, v in torch.load(path).items()}


def quantise(w):
    """w [n, k] float -> int8 [n, k] and scale [n]."""
    s = np.abs(w).max(1) / 127; s[s == 0] = 1
    return np.clip(np.rint(w / s[:, None]), -127, 127).astype(np.int8), s.astype(np.float32)


def packed(q):
    """int8 [n, k] -> bytes + 128 in tiles of 16 columns, within them by fours of k."""
    n, k = q.shape
    return (q.astype(np.int16) + 128).astype(np.uint8).reshape(n // 16, 16, k // 4, 4).transpose(0, 2, 1, 3).tobytes()


POSITIONS = 352


def pack(S, folder, out, version):
    S = {k: v.numpy() for k, v in S.items()}; f32 = lambda x: np.ascontiguousarray(x, dtype='<f4').tobytes()
    vocab = open(folder + '/vocab.txt', encoding='utf-8').read().rstrip('\n').encode()
    body = [vocab, b'\n' * (-len(vocab) % 4)]
    e, es = quantise(S['bert.embeddings.word_embeddings.weight']); V = len(e)
    body += [e.tobytes(), f32(es), f32(S['bert.embeddings.position_embeddings.weight'][:POSITIONS]), f32(S['bert.embeddings.token_type_embeddings.weight'])]
    norm = lambda n: f32(S[n + '.weight']) + f32(S[n + '.bias'])
    body.append(norm('bert.embeddings.LayerNorm'))

    def linear(w, b):
        q, s = quantise(w)
        return packed(q) + f32(s) + f32(b)
    L = 1 + max(int(k.split('.')[3]) for k in S if k.startswith('bert.encoder.layer'))
    for i in range(L):
        p = f'bert.encoder.layer.{i}.'; a = p + 'attention.self.'; h = 1 / np.sqrt(32)
        w = np.concatenate([S[a + 'query.weight'] * h, S[a + 'key.weight'], S[a + 'value.weight']]); b = np.concatenate([S[a + 'query.bias'] * h, S[a + 'key.bias'], S[a + 'value.bias']])
        body += [linear(w, b), linear(S[p + 'attention.output.dense.weight'], S[p + 'attention.output.dense.bias']), norm(p + 'attention.output.LayerNorm'),
                 linear(S[p + 'intermediate.dense.weight'], S[p + 'intermediate.dense.bias']), linear(S[p + 'output.dense.weight'], S[p + 'output.dense.bias']), norm(p + 'output.LayerNorm')]
    body += [f32(S['bert.pooler.dense.weight']), f32(S['bert.pooler.dense.bias']), f32(S['classifier.weight']), f32(S['classifier.bias']), f32(S['span.weight']), f32(S['span.bias'])]
    body = b''.join(body)
    head = json.dumps({'version': version, 'base': 'cross-encoder/ms-marco-MiniLM-L-12-v2', 'licence': 'Apache-2.0', 'vocabulary': V, 'vocabularyBytes': len(vocab), 'positions': POSITIONS, 'layers': L, 'hidden': 384, 'heads': 12, 'inner': 1536}).encode()
    head += b' ' * (-(len(head) + 24) % 64)
    with open(out, 'wb') as f:
        f.write(b'verbatim reader\n'); f.write(struct.pack('<II', zlib.crc32(body), len(head))); f.write(head); f.write(body)
    print(out, (24 + len(head) + len(body)) / 1e6, 'MB')


if __name__ == '__main__':
    pack(state(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4] if len(sys.argv) > 4 else 'test')
