#include "tense.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace pullquote::values {

namespace {

constexpr std::uint32_t kReach = 24;  // tokens on either side

// Auxiliaries, plans, and the verbs that the news uses in the present for what is to come ("the fair opens on Friday").
constexpr auto kFuture = std::to_array<std::string_view>(
    {"'ll",      "ahead",   "arrives",  "awaits",   "begins",  "closes",    "comes",       "coming", "deadline",
     "due",      "ends",    "expected", "expects",  "expires", "faces",     "forthcoming", "gets",   "goes",
     "hopes",    "intends", "kicks",    "launches", "leaves",  "meets",     "next",        "opens",  "planned",
     "planning", "plans",   "poised",   "resumes",  "returns", "scheduled", "shall",       "slated", "starts",
     "starting", "takes",   "tomorrow", "upcoming", "votes",   "vows",      "will",        "wo",     "would"});

// Forms of the past that do not end in -ed.
constexpr auto kPast = std::to_array<std::string_view>(
    {"ago",   "became",  "began",  "broke", "brought", "built", "came", "cut",   "did",   "drew",  "drove",   "fell",
     "felt",  "flew",    "fought", "found", "gave",    "got",   "grew", "had",   "heard", "held",  "hit",     "kept",
     "knew",  "last",    "laid",   "led",   "left",    "lost",  "made", "met",   "paid",  "put",   "ran",     "rose",
     "said",  "sat",     "saw",    "sent",  "shot",    "since", "sold", "spent", "spoke", "stood", "stole",   "struck",
     "swore", "thought", "threw",  "told",  "took",    "was",   "went", "were",  "won",   "wrote", "earlier", "after"});

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool has_past_ending(std::string_view word) {
  return word.size() > 4 && word.ends_with("ed") && !word.ends_with("eed") && word != "hundred";
}

Direction cue(const tokens::TokenizedText& text, std::uint32_t i) {
  const auto& token = text.tokens[i];
  if (token.kind != tokens::TokenKind::kWord && token.kind != tokens::TokenKind::kClitic) return Direction::kUnknown;
  constexpr std::size_t kLongest = 16;
  auto word = std::string(text.word(i).substr(0, kLongest));
  // A capital opens a sentence ("Scheduled for Friday, …") or a name ("United").
  const bool name = token.upper && i > 0 && text.word(i - 1) != ".";
  std::transform(word.begin(), word.end(), word.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  if (holds(kFuture, word)) return Direction::kFuture;
  if (word == "set" && i + 1 < text.tokens.size()) {  // "set for Friday", "set to open"
    if (text.word(i + 1) == "for" || text.word(i + 1) == "to") return Direction::kFuture;
  }
  if (holds(kPast, word) || (!name && has_past_ending(word))) return Direction::kPast;
  return Direction::kUnknown;
}

}  // namespace

Direction direction_of(const tokens::TokenizedText& text, tokens::TokenRange sentence, tokens::TokenRange mention) {
  const auto least = std::max(sentence.first, mention.first - std::min(mention.first, kReach));
  if (mention.first > least) {
    const auto before = text.word(mention.first - 1);
    if (before == "by" || before == "until" || before == "till") return Direction::kFuture;
  }
  for (auto i = mention.first; i > least; --i) {
    if (const auto found = cue(text, i - 1); found != Direction::kUnknown) return found;
  }
  const auto most = std::min(sentence.last, mention.last + kReach);
  for (auto i = mention.last; i < most; ++i) {
    if (const auto found = cue(text, i); found != Direction::kUnknown) return found;
  }
  return Direction::kUnknown;
}

}  // namespace pullquote::values
