#include <algorithm>
#include <cstdlib>

#include "syntax/parser.h"

// What the parser looks at, after Zhang and Nivre ("Transition-based dependency parsing with rich non-local features",
// 2011), with word clusters, the marks between two words, and whether words stand inside quotation marks.

namespace pullquote::syntax {

namespace {

using Word = ParseContext::Word;

std::uint64_t distance_class(int distance) {
  if (distance <= 4) return static_cast<std::uint64_t>(distance);
  if (distance <= 6) return 5;
  if (distance <= 10) return 6;
  return distance <= 20 ? 7 : 8;
}

std::uint64_t distance_between(std::uint8_t left, std::uint8_t right) {
  return left == kNobody || right == kNobody ? 0 : distance_class(right - left);
}

}  // namespace

void action_features(const ParseContext& context, const ParseState& state, FeatureList& f) {
  const auto at_s0 = state.stack(0), at_s1 = state.stack(1), at_s2 = state.stack(2);
  const auto at_b0 = state.buffer(0), at_b1 = state.buffer(1), at_b2 = state.buffer(2), at_b3 = state.buffer(3);
  const auto &s0 = context[at_s0], &s1 = context[at_s1], &s2 = context[at_s2];
  const auto &b0 = context[at_b0], &b1 = context[at_b1], &b2 = context[at_b2], &b3 = context[at_b3];
  const auto &node_s0 = state[at_s0], &node_s1 = state[at_s1], &node_b0 = state[at_b0];
  const auto &s0_left = context[node_s0.left], &s0_right = context[node_s0.right];
  const auto& s1_right = context[node_s1.right];
  const auto& b0_left = context[node_b0.left];
  const auto relation = [&](std::uint8_t word) { return state[word].relation; };
  const auto r_s0_left = relation(node_s0.left), r_s0_right = relation(node_s0.right);
  const auto r_s1_left = relation(node_s1.left), r_s1_right = relation(node_s1.right);
  const auto r_b0_left = relation(node_b0.left);

  f.clear();
  // Single words.
  for (const auto* word : {&s0, &s1, &s2, &b0, &b1, &b2}) f.add(word->word_tag, 0);
  f.add(s0.word, 0);
  f.add(b0.word, 0);
  f.add(s0.tag);
  f.add(s1.tag);
  for (const auto* word : {&s0, &s1, &b0, &b1, &b2}) f.add(word->cluster);
  // The pair that a left arc would join.
  f.add(s0.word_tag, b0.tag);
  f.add(b0.word_tag, s0.tag);
  f.add(pack<8>(s0.cluster6, s0.tag, b0.cluster6, b0.tag));
  f.add(s0.word, b0.cluster6);
  f.add(b0.word, s0.cluster6);
  f.add(pack<8>(s0.tag, b0.tag));
  // The pair that a right arc would join.
  f.add(s1.word_tag, s0.tag);
  f.add(s0.word_tag, s1.tag);
  f.add(pack<8>(s1.cluster6, s1.tag, s0.cluster6, s0.tag));
  f.add(pack<8>(s1.tag, s0.tag));
  f.add(s1.word, s0.cluster6);
  f.add(s0.word, s1.cluster6);
  // Pairs beyond these.
  f.add(pack<8>(s1.tag, b0.tag));
  f.add(s1.word, b0.tag);
  f.add(b0.word, s1.tag);
  f.add(pack<8>(s1.cluster6, b0.cluster6));
  f.add(pack<8>(b0.tag, b1.tag));
  f.add(b0.word, b1.tag);
  f.add(b1.word, b0.tag);
  f.add(b1.word, s0.tag);
  f.add(pack<8>(s0.cluster6, b1.cluster6));
  // Three and four words.
  f.add(pack<8>(s0.tag, b0.tag, b1.tag));
  f.add(pack<8>(s1.tag, s0.tag, b0.tag));
  f.add(pack<8>(s2.tag, s1.tag, s0.tag));
  f.add(pack<8>(s0.tag, b0.tag, b1.tag, b2.tag));
  f.add(pack<8>(b0.tag, b1.tag, b2.tag));
  f.add(pack<8>(b1.tag, b2.tag, b3.tag));
  f.add(pack<8>(s1.tag, s0.tag, b0.tag, b1.tag));
  f.add(pack<8>(s1.cluster6, s0.cluster6, b0.cluster6));
  // Dependents.
  f.add(pack<8>(s0.tag, r_s0_right, s0_right.tag, b0.tag));
  f.add(pack<8>(s0.tag, r_s0_left, s0_left.tag, b0.tag));
  f.add(pack<8>(s0.tag, b0.tag, r_b0_left, b0_left.tag));
  f.add(pack<8>(s1.tag, s0.tag, r_s0_left, s0_left.tag));
  f.add(pack<8>(s1.tag, s0.tag, r_s0_right, s0_right.tag));
  f.add(pack<8>(s1.tag, r_s1_right, s1_right.tag, s0.tag));
  f.add(pack<8>(s1.tag, r_s1_left, s0.tag));
  f.add(s0.word, r_s0_left);
  f.add(s0.word, r_s0_right);
  f.add(b0.word, r_b0_left);
  f.add(s1.word, r_s1_right);
  f.add(s0_right.word, s0.tag);
  f.add(s0_left.word, s0.tag);
  f.add(s1_right.word, s1.tag);
  f.add(pack<8>(s0.tag, r_s0_left, relation(node_s0.left2)));
  f.add(pack<8>(s0.tag, r_s0_right, relation(node_s0.right2)));
  f.add(pack<8>(b0.tag, r_b0_left, relation(node_b0.left2)));
  f.add(pack<8>(s1.tag, r_s1_right, relation(node_s1.right2)));
  f.add(pack<8>(s0.tag, r_s0_left, r_s0_right, b0.tag));
  f.add(pack<8>(s0.tag, node_s0.lefts, node_s0.rights));
  f.add(s0.word, pack<8>(node_s0.lefts, node_s0.rights));
  f.add(pack<8>(s1.tag, node_s1.lefts, node_s1.rights));
  f.add(s1.word, node_s1.rights);
  f.add(pack<8>(b0.tag, node_b0.lefts));
  f.add(b0.word, node_b0.lefts);
  // How far, and across what.
  const auto far_left = distance_between(at_s0, at_b0), far_right = distance_between(at_s1, at_s0);
  f.add(pack<8>(s0.tag, b0.tag, far_left));
  f.add(s0.word, far_left);
  f.add(b0.word, far_left);
  f.add(pack<8>(s1.tag, s0.tag, far_right));
  f.add(s1.word, far_right);
  f.add(s0.word, far_right);
  f.add(pack<8>(s1.tag, s0.tag, node_s1.rights, far_right));
  const auto marks_left = context.between(at_s0, at_b0), marks_right = context.between(at_s1, at_s0);
  f.add(pack<8>(s0.tag, b0.tag, marks_left));
  f.add(pack<8>(s1.tag, s0.tag, marks_right));
  f.add(pack<8>(s1.tag, b0.tag, context.between(at_s1, at_b0)));
  f.add(s0.word, marks_left);
  f.add(s1.word, marks_right);
  const auto quoted = pack<1>(context.quoted(at_s0), context.quoted(at_s1), context.quoted(at_b0));
  f.add(pack<8>(quoted, s0.tag, s1.tag, b0.tag));
  f.add(s0.word, quoted);
  f.add(s1.word, quoted);
  f.add(b0.word, quoted);
  f.add(pack<8>(std::min<int>(state.depth(), 3), s0.tag, b0.tag));
}

void relation_features(const ParseContext& context, const ParseState& state, std::uint8_t at_head, std::uint8_t at_word,
                       FeatureList& f) {
  const auto size = context.size();
  const auto before = [](std::uint8_t word) { return word == 0 ? kNobody : static_cast<std::uint8_t>(word - 1); };
  const auto after = [&](std::uint8_t word) { return word < size ? static_cast<std::uint8_t>(word + 1) : kNobody; };
  const auto &head = context[at_head], &word = context[at_word];
  const auto &last = context[before(at_word)], &next = context[after(at_word)];
  const auto &node_head = state[at_head], &node = state[at_word];
  const auto& left = context[node.left];
  const auto relation = [&](std::uint8_t of) { return state[of].relation; };
  const auto r_head_left = relation(node_head.left), r_head_right = relation(node_head.right);
  const std::uint64_t side = at_head < at_word ? 1 : 0;
  const auto far = distance_class(std::abs(at_head - at_word)) << 1 | side;
  const auto tags = pack<8>(head.tag, word.tag, side);

  f.clear();
  // The pair.
  f.add(pack<8>(head.cluster6, word.cluster6, side));
  f.add(word.word, side);
  f.add(pack<8>(word.tag, far));
  f.add(word.word, pack<8>(head.cluster6, side));
  f.add(pack<32>(context.lexical[at_word].suffix(3), pack<8>(head.tag, side)));
  f.add(pack<32>(context.lexical[at_word].shape, tags));
  // Neighbours.
  f.add(pack<8>(word.tag, last.tag, next.tag, side));
  f.add(last.word, pack<8>(word.tag, side));
  f.add(next.word, pack<8>(word.tag, side));
  f.add(pack<8>(head.tag, context[before(at_head)].tag, word.tag));
  f.add(pack<8>(head.tag, context[after(at_head)].tag, word.tag));
  // Dependents of both.
  f.add(left.word, tags);
  f.add(left.word, word.word, 0);
  f.add(pack<8>(tags, relation(node.left)));
  f.add(pack<8>(relation(node.left), relation(node.left2), word.tag, side));
  f.add(pack<8>(relation(node.right), relation(node.right2), word.tag, side));
  f.add(pack<8>(tags, r_head_left));
  f.add(pack<8>(tags, r_head_right));
  f.add(pack<8>(tags, r_head_left, relation(node_head.left2)));
  f.add(head.word, pack<8>(r_head_right, side));
  // What a verb takes: a clause of what was said hangs from few of them, often across marks.
  f.add(head.word, pack<8>(relation(node.left), side));
  f.add(head.word, pack<8>(context.between(std::min(at_head, at_word), std::max(at_head, at_word)), side));
  f.add(head.word, pack<8>(pack<1>(context.quoted(at_head), context.quoted(at_word)), side));
}

}  // namespace pullquote::syntax
