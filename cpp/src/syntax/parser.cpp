#include "syntax/parser.h"

#include <algorithm>
#include <utility>

#include "model/hash.h"

namespace pullquote::syntax {

namespace {

constexpr int kCommas = 0, kQuotes = 8, kVerbs = 16, kMarks = 24;  // places in a number of marks_

std::uint32_t mark_of(Tag tag) {
  switch (tag) {
    case Tag::kComma:
      return 1u << kCommas;
    case Tag::kOpeningQuote:
    case Tag::kClosingQuote:
      return 1u << kQuotes;
    case Tag::kModal:
      return 1u << kVerbs;
    case Tag::kColon:
    case Tag::kFullStop:
    case Tag::kOpeningBracket:
    case Tag::kClosingBracket:
    case Tag::kCoordinator:
      return 1u << kMarks;
    default:
      return is_verb(tag) ? 1u << kVerbs : 0;
  }
}

std::uint64_t capped(std::uint32_t counts, int place, std::uint32_t most) {
  return std::min((counts >> place) & 0xFF, most);
}

}  // namespace

void ParseContext::set(std::span<const LexicalWord> words, std::span<const Tag> tags) {
  lexical = words;
  size_ = static_cast<std::uint8_t>(words.size());
  // Numbers that no word has, so that templates need not ask whether a word is there.
  words_[size_] = {.word = 1, .word_tag = 1, .cluster = 1, .cluster6 = 1, .tag = kTags};
  words_[kNobody] = {.word = 2, .word_tag = 2, .cluster = 2, .cluster6 = 2, .tag = kTags + 1};
  std::uint32_t marks = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto tag = static_cast<std::uint8_t>(tags[i]);
    words_[i] = {.word = words[i].word,
                 .word_tag = model::mix(words[i].word, tag),
                 .cluster = words[i].cluster,
                 .cluster6 = static_cast<std::uint8_t>(features::Clusters::prefix(words[i].cluster, 6)),
                 .tag = tag};
    marks_[i] = marks;
    marks += mark_of(tags[i]);
  }
  marks_[size_] = marks;
  marks_[kNobody] = 0;
}

std::uint64_t ParseContext::between(std::uint8_t left, std::uint8_t right) const {
  if (left == kNobody || right == kNobody) return 0x7F;
  // No borrow passes from one count to the next, since each one only grows along the sentence.
  const auto counts = marks_[right] - marks_[left + 1];
  return capped(counts, kCommas, 2) | capped(counts, kQuotes, 3) << 2 | capped(counts, kVerbs, 2) << 4 |
         capped(counts, kMarks, 1) << 6;
}

void ParseState::start(std::uint8_t size) {
  size_ = size;
  depth_ = 0;
  buffer_ = 0;
  std::fill_n(nodes_.begin(), size + 1, Node());
  nodes_[kNobody] = Node();
}

bool ParseState::allows(Action action) const {
  switch (action) {
    case Action::kShift:
      return buffer_ < size_;
    case Action::kLeft:
      return depth_ >= 1 && (buffer_ < size_ || depth_ == 1);  // one word alone hangs from the root
    default:
      return depth_ >= 2;
  }
}

void ParseState::attach(Action action, Relation relation) {
  const auto word = dependent();
  const auto above = head(action);
  --depth_;
  nodes_[word].head = above;
  nodes_[word].relation = static_cast<std::uint8_t>(relation);
  auto& node = nodes_[above];
  if (action == Action::kLeft) {
    node.left2 = std::exchange(node.left, word);
    if (node.lefts < 3) ++node.lefts;
  } else {
    node.right2 = std::exchange(node.right, word);
    if (node.rights < 3) ++node.rights;
  }
}

}  // namespace pullquote::syntax
