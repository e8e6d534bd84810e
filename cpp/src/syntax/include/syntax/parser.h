#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "syntax/feature_list.h"
#include "syntax/labels.h"
#include "syntax/lexical.h"
#include "syntax/syntax.h"

// The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011) with the root behind the last word
// (Ballesteros and Nivre 2013). Words move from the buffer to a stack; the word on top of the stack gets its head from
// the front of the buffer (left arc) or from below it (right arc), and leaves. So each word costs two steps, every
// sequence of steps ends in a tree, and the cost of a wrong step is cheap to tell, which the training makes use of.
//
// The words of a sentence have the numbers 0 … n-1, the root is n, and kNobody stands for words that are not there.

namespace pullquote::syntax {

inline constexpr std::uint8_t kNobody = 255;

/// What the features ask about the words of one sentence.
class ParseContext {
 public:
  /// At most kLongestSentence words.
  void set(std::span<const LexicalWord> words, std::span<const Tag> tags);

  struct Word {
    std::uint64_t word;      // hash of the lower-cased word
    std::uint64_t word_tag;  // … and its tag
    std::uint32_t cluster;
    std::uint8_t cluster6;  // first six bits of its path
    std::uint8_t tag;
  };
  [[nodiscard]] const Word& operator[](std::uint8_t word) const { return words_[word]; }
  [[nodiscard]] std::uint8_t size() const { return size_; }

  /// Commas, quotation marks, verbs and other marks between two words, each capped, in one number of 7 bits.
  [[nodiscard]] std::uint64_t between(std::uint8_t left, std::uint8_t right) const;
  /// Whether an odd number of quotation marks stands before the word.
  [[nodiscard]] std::uint64_t quoted(std::uint8_t word) const { return (marks_[word] >> 8) & 1; }

  std::span<const LexicalWord> lexical;

 private:
  std::array<Word, 256> words_;
  std::array<std::uint32_t, 256> marks_;  // before each word: how many, 8 bits a kind
  std::uint8_t size_ = 0;
};

enum class Action : std::uint8_t { kShift, kLeft, kRight };
inline constexpr std::size_t kActions = 3;

/// Where a word stands that actions are chosen by: on the stack, or in the buffer.
enum class ActionPlace : std::uint8_t { kTop, kSecond, kThird, kFront, kNext, kNextButOne };
inline constexpr std::size_t kActionPlaces = 6;

class ParseState {
 public:
  struct Node {
    std::uint8_t head = kNobody;
    std::uint8_t relation = kRelations;  // none yet
    std::uint8_t left = kNobody;         // outermost dependents, and the last before each
    std::uint8_t left2 = kNobody;
    std::uint8_t right = kNobody;
    std::uint8_t right2 = kNobody;
    std::uint8_t lefts = 0;  // how many, up to three
    std::uint8_t rights = 0;
  };

  void start(std::uint8_t size);
  [[nodiscard]] bool done() const { return buffer_ == size_ && depth_ == 0; }
  [[nodiscard]] bool allows(Action action) const;
  /// The action, where there is no choice: with an empty stack, and behind the last word.
  [[nodiscard]] std::optional<Action> only_action() const {
    if (depth_ == 0) return Action::kShift;
    if (buffer_ < size_) return std::nullopt;
    return depth_ == 1 ? Action::kLeft : Action::kRight;
  }
  /// The word that an arc would attach, and the word that it would attach it to.
  [[nodiscard]] std::uint8_t dependent() const { return stack(0); }
  [[nodiscard]] std::uint8_t head(Action action) const { return action == Action::kLeft ? buffer_ : stack(1); }

  void shift() { stack_[depth_++] = buffer_++; }
  void attach(Action action, Relation relation);

  [[nodiscard]] std::uint8_t size() const { return size_; }
  [[nodiscard]] std::uint8_t depth() const { return depth_; }
  /// The word so far below the top of the stack, or beyond the front of the buffer.
  [[nodiscard]] std::uint8_t stack(int below) const { return below < depth_ ? stack_[depth_ - 1 - below] : kNobody; }
  [[nodiscard]] std::uint8_t buffer(int beyond) const {
    return buffer_ + beyond <= size_ ? static_cast<std::uint8_t>(buffer_ + beyond) : kNobody;
  }
  [[nodiscard]] std::uint8_t word_at(ActionPlace place) const {
    const auto number = static_cast<int>(place);
    return number < 3 ? stack(number) : buffer(number - 3);
  }
  [[nodiscard]] const Node& operator[](std::uint8_t word) const { return nodes_[word]; }

 private:
  std::array<Node, 256> nodes_;
  std::array<std::uint8_t, 256> stack_;
  std::uint8_t size_ = 0;
  std::uint8_t depth_ = 0;
  std::uint8_t buffer_ = 0;
};

inline constexpr std::uint64_t kActionDecision = 2;
inline constexpr std::uint64_t kRelationDecision = 3;

/// The features of the next step.
void action_features(const ParseContext& context, const ParseState& state, FeatureList& features);
/// The same in parts, by how long each stays the same: those of a word at its place; those of the words in the buffer,
/// until the next one moves; those of the stack and its words' dependents, from when its top was put there until that
/// leaves; and those that are new at every step. They append.
void action_word_features(const ParseContext::Word& word, ActionPlace place, FeatureList& features);
void action_buffer_features(const ParseContext& context, const ParseState& state, FeatureList& features);
void action_stack_features(const ParseContext& context, const ParseState& state, FeatureList& features);
void action_state_features(const ParseContext& context, const ParseState& state, FeatureList& features);
/// The features of the relation of an arc that is about to be drawn.
void relation_features(const ParseContext& context, const ParseState& state, std::uint8_t head, std::uint8_t dependent,
                       FeatureList& features);

}  // namespace pullquote::syntax
