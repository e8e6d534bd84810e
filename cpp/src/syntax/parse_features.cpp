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

// The words that actions are chosen by, with their dependents.
struct Surroundings {
  Surroundings(const ParseContext& c, const ParseState& state)
      : context(c),
        at_s0(state.stack(0)),
        at_s1(state.stack(1)),
        at_b0(state.buffer(0)),
        node_s0(state[at_s0]),
        node_s1(state[at_s1]),
        node_b0(state[at_b0]),
        s0(c[at_s0]),
        s1(c[at_s1]),
        b0(c[at_b0]) {}

  const ParseContext& context;
  const std::uint8_t at_s0, at_s1, at_b0;
  const ParseState::Node &node_s0, &node_s1, &node_b0;
  const Word &s0, &s1, &b0;
};

}  // namespace

// Templates have numbers, which are part of the model file. They are given out by what the templates look at, not by
// how long that stays the same, which is how they are put into functions.

void action_word_features(const Word& word, ActionPlace place, FeatureList& f) {
  f.from(1 + static_cast<std::uint64_t>(place));
  f.add(word.word_tag, 0);
  switch (place) {
    case ActionPlace::kTop:
      f.from(7);
      f.add(word.word, 0);
      f.from(9);
      f.add(word.tag);
      f.from(11);
      break;
    case ActionPlace::kSecond:
      f.from(10);
      f.add(word.tag);
      f.from(12);
      break;
    case ActionPlace::kThird:
      return;
    case ActionPlace::kFront:
      f.from(8);
      f.add(word.word, 0);
      f.from(13);
      break;
    case ActionPlace::kNext:
      f.from(14);
      break;
    case ActionPlace::kNextButOne:
      f.from(15);
      break;
  }
  f.add(word.cluster);
}

void action_buffer_features(const ParseContext& context, const ParseState& state, FeatureList& f) {
  const auto &b0 = context[state.buffer(0)], &b1 = context[state.buffer(1)], &b2 = context[state.buffer(2)],
             &b3 = context[state.buffer(3)];
  f.from(32);
  f.add(pack<8>(b0.tag, b1.tag));
  f.add(b0.word, b1.tag);
  f.add(b1.word, b0.tag);
  f.from(41);
  f.add(pack<8>(b0.tag, b1.tag, b2.tag));
  f.add(pack<8>(b1.tag, b2.tag, b3.tag));
}

void action_stack_features(const ParseContext& context, const ParseState& state, FeatureList& f) {
  const Surroundings a(context, state);
  const auto &s0 = a.s0, &s1 = a.s1, &s2 = context[state.stack(2)];
  const auto &node_s0 = a.node_s0, &node_s1 = a.node_s1;
  const auto &s0_left = context[node_s0.left], &s1_right = context[node_s1.right];
  const auto relation = [&](std::uint8_t word) { return state[word].relation; };
  const auto r_s0_left = relation(node_s0.left), r_s1_left = relation(node_s1.left),
             r_s1_right = relation(node_s1.right);
  // The pair that a right arc would join.
  f.from(22);
  f.add(s1.word_tag, s0.tag);
  f.add(s0.word_tag, s1.tag);
  f.add(pack<8>(s1.cluster6, s1.tag, s0.cluster6, s0.tag));
  f.add(pack<8>(s1.tag, s0.tag));
  f.add(s1.word, s0.cluster6);
  f.add(s0.word, s1.cluster6);
  f.from(39);
  f.add(pack<8>(s2.tag, s1.tag, s0.tag));
  // Dependents.
  f.from(48);
  f.add(pack<8>(s1.tag, s0.tag, r_s0_left, s0_left.tag));
  f.from(50);
  f.add(pack<8>(s1.tag, r_s1_right, s1_right.tag, s0.tag));
  f.add(pack<8>(s1.tag, r_s1_left, s0.tag));
  f.add(s0.word, r_s0_left);
  f.from(55);
  f.add(s1.word, r_s1_right);
  f.from(57);
  f.add(s0_left.word, s0.tag);
  f.add(s1_right.word, s1.tag);
  f.add(pack<8>(s0.tag, r_s0_left, relation(node_s0.left2)));
  f.from(62);
  f.add(pack<8>(s1.tag, r_s1_right, relation(node_s1.right2)));
  f.from(66);
  f.add(pack<8>(s1.tag, node_s1.lefts, node_s1.rights));
  f.add(s1.word, node_s1.rights);
  // How far, and across what.
  const auto far = distance_between(a.at_s1, a.at_s0), marks = context.between(a.at_s1, a.at_s0);
  f.from(73);
  f.add(pack<8>(s1.tag, s0.tag, far));
  f.add(s1.word, far);
  f.add(s0.word, far);
  f.add(pack<8>(s1.tag, s0.tag, node_s1.rights, far));
  f.from(78);
  f.add(pack<8>(s1.tag, s0.tag, marks));
  f.from(81);
  f.add(s1.word, marks);
}

void action_state_features(const ParseContext& context, const ParseState& state, FeatureList& f) {
  const Surroundings a(context, state);
  const auto &s0 = a.s0, &s1 = a.s1, &b0 = a.b0, &b1 = context[state.buffer(1)], &b2 = context[state.buffer(2)];
  const auto &node_s0 = a.node_s0, &node_b0 = a.node_b0;
  const auto &s0_left = context[node_s0.left], &s0_right = context[node_s0.right], &b0_left = context[node_b0.left];
  const auto relation = [&](std::uint8_t word) { return state[word].relation; };
  const auto r_s0_left = relation(node_s0.left), r_s0_right = relation(node_s0.right),
             r_b0_left = relation(node_b0.left);
  // The pair that a left arc would join.
  f.from(16);
  f.add(s0.word_tag, b0.tag);
  f.add(b0.word_tag, s0.tag);
  f.add(pack<8>(s0.cluster6, s0.tag, b0.cluster6, b0.tag));
  f.add(s0.word, b0.cluster6);
  f.add(b0.word, s0.cluster6);
  f.add(pack<8>(s0.tag, b0.tag));
  // Pairs beyond.
  f.from(28);
  f.add(pack<8>(s1.tag, b0.tag));
  f.add(s1.word, b0.tag);
  f.add(b0.word, s1.tag);
  f.add(pack<8>(s1.cluster6, b0.cluster6));
  f.from(35);
  f.add(b1.word, s0.tag);
  f.add(pack<8>(s0.cluster6, b1.cluster6));
  // Three and four words.
  f.add(pack<8>(s0.tag, b0.tag, b1.tag));
  f.add(pack<8>(s1.tag, s0.tag, b0.tag));
  f.from(40);
  f.add(pack<8>(s0.tag, b0.tag, b1.tag, b2.tag));
  f.from(43);
  f.add(pack<8>(s1.tag, s0.tag, b0.tag, b1.tag));
  f.add(pack<8>(s1.cluster6, s0.cluster6, b0.cluster6));
  // Dependents.
  f.add(pack<8>(s0.tag, r_s0_right, s0_right.tag, b0.tag));
  f.add(pack<8>(s0.tag, r_s0_left, s0_left.tag, b0.tag));
  f.add(pack<8>(s0.tag, b0.tag, r_b0_left, b0_left.tag));
  f.from(49);
  f.add(pack<8>(s1.tag, s0.tag, r_s0_right, s0_right.tag));
  f.from(53);
  f.add(s0.word, r_s0_right);
  f.add(b0.word, r_b0_left);
  f.from(56);
  f.add(s0_right.word, s0.tag);
  f.from(60);
  f.add(pack<8>(s0.tag, r_s0_right, relation(node_s0.right2)));
  f.add(pack<8>(b0.tag, r_b0_left, relation(node_b0.left2)));
  f.from(63);
  f.add(pack<8>(s0.tag, r_s0_left, r_s0_right, b0.tag));
  f.add(pack<8>(s0.tag, node_s0.lefts, node_s0.rights));
  f.add(s0.word, pack<8>(node_s0.lefts, node_s0.rights));
  f.from(68);
  f.add(pack<8>(b0.tag, node_b0.lefts));
  f.add(b0.word, node_b0.lefts);
  // How far, and across what.
  const auto far = distance_between(a.at_s0, a.at_b0), marks = context.between(a.at_s0, a.at_b0);
  f.add(pack<8>(s0.tag, b0.tag, far));
  f.add(s0.word, far);
  f.add(b0.word, far);
  f.from(77);
  f.add(pack<8>(s0.tag, b0.tag, marks));
  f.from(79);
  f.add(pack<8>(s1.tag, b0.tag, context.between(a.at_s1, a.at_b0)));
  f.add(s0.word, marks);
  const auto quoted = pack<1>(context.quoted(a.at_s0), context.quoted(a.at_s1), context.quoted(a.at_b0));
  f.from(82);
  f.add(pack<8>(quoted, s0.tag, s1.tag, b0.tag));
  f.add(s0.word, quoted);
  f.add(s1.word, quoted);
  f.add(b0.word, quoted);
  f.add(pack<8>(std::min<int>(state.depth(), 3), s0.tag, b0.tag));
}

void action_features(const ParseContext& context, const ParseState& state, FeatureList& f) {
  f.clear();
  for (std::size_t i = 0; i < kActionPlaces; ++i) {
    const auto place = static_cast<ActionPlace>(i);
    action_word_features(context[state.word_at(place)], place, f);
  }
  action_buffer_features(context, state, f);
  action_stack_features(context, state, f);
  action_state_features(context, state, f);
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
