#include "phrases.h"

#include <algorithm>
#include <optional>
#include <string_view>

// Noun phrases of people and bodies. The head is a noun that is listed as one of a person or a body; to its left stand
// what describes it and a determiner, to its right perhaps "of" and what it is a head of.

namespace pullquote::entities {

using namespace features;

namespace {

constexpr std::uint32_t kNone = 0xffffffff;
constexpr std::uint32_t kMostBefore = 8;  // tokens between determiner and head
constexpr std::uint32_t kMostAfter = 6;   // tokens of an "of" phrase
constexpr std::uint64_t kPeople = kRole | kKinship | kPerson;

bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class PhraseFinder {
 public:
  PhraseFinder(const Article& article, const Grammar& grammar, std::span<const Mention> names)
      : a_(article), w_(article.words), g_(grammar), names_(names), name_at_(article.size(), kNone) {
    for (std::uint32_t m = 0; m < names.size(); ++m) {
      for (auto i = names[m].tokens.first; i < names[m].tokens.last; ++i) name_at_[i] = m;
    }
  }

  std::vector<Phrase> find() {
    for (const auto& sentence : a_.text.sentences) {
      range_ = sentence.tokens;
      if (a_.has(range_.first, kSkipped)) continue;
      for (auto i = range_.first; i < range_.last; ++i) {
        if (const auto phrase = at(i)) phrases_.push_back(*phrase);
      }
    }
    return std::move(phrases_);
  }

 private:
  [[nodiscard]] bool is_head(std::uint32_t i) const {
    if (!a_.is_word(i) || name_at_[i] != kNone || !w_.is(i, kPeople | kOrgHead)) return false;
    if (w_.is(i, kHonorific) && a_.token(i).upper) return false;
    if (w_.is(i, kWeakHead) && !w_.is(i, kPeople)) return false;
    const auto next = i + 1;
    if (next >= range_.last) return true;
    if (a_.is_char(next, '-') && !a_.token(next).space_before) return false;
    if (name_at_[next] != kNone) return names_[name_at_[next]].label != Label::kPerson && !a_.token(i).upper;
    if (!g_.is_noun(i)) return false;
    // "student council", "police officer", "Attorney General": the head is still to come.
    return g_.relation(i) != syntax::Relation::kCompound || g_.governor(i) < i;
  }

  [[nodiscard]] std::optional<Determiner> determiner(std::uint32_t i) const {
    const auto word = w_.lower(i);
    if (is_any(word, {"the", "this", "that", "these", "those"})) return Determiner::kDefinite;
    if (is_any(word, {"a", "an", "another", "one"})) return Determiner::kIndefinite;
    if (is_any(word, {"his", "her", "their", "its", "my", "your", "our", "whose"})) return Determiner::kPossessive;
    if (is_any(word, {"every", "each", "no", "some", "any", "all", "most", "many", "several", "few", "both", "other",
                      "more"})) {
      return Determiner::kQuantifier;
    }
    return std::nullopt;
  }

  // A word that may stand between determiner and head.
  [[nodiscard]] bool may_describe(std::uint32_t i) const {
    if (a_.token(i).kind == TokenKind::kNumber) return true;
    if (name_at_[i] != kNone) {
      const auto label = names_[name_at_[i]].label;
      return label != Label::kPerson && label != Label::kDate;
    }
    if (!a_.is_word(i)) return false;
    if (w_.is(i, kNumberWord)) return true;
    if (w_.is(i, kFunction | kSpeechVerb))
      return is_any(w_.lower(i), {"first", "second", "third", "next", "last", "own", "other", "very", "same"});
    return true;
  }

  [[nodiscard]] std::optional<Phrase> at(std::uint32_t head) const {
    if (!is_head(head)) return std::nullopt;
    Phrase phrase;
    phrase.head = head;
    const bool person = w_.is(head, kPeople);
    phrase.label = person ? Label::kPerson : Label::kOrg;
    phrase.plural = w_.is(head, kPlural);
    phrase.gender = gender_of(w_.classes(head));
    auto first = head;
    bool closed = false;
    bool all_names = true;  // only names of peoples and places so far: "Venezuelan officers"
    while (first > range_.first && head - first < kMostBefore && !closed) {
      const auto i = first - 1;
      if (const auto d = determiner(i); d && name_at_[i] == kNone) {
        phrase.determiner = *d;
        closed = true;
        if (*d == Determiner::kPossessive) phrase.owner = i;
        first = i;
      } else if (a_.is_possessive(i) && i > range_.first) {
        phrase.determiner = Determiner::kPossessive;
        phrase.owner = i - 1;
        closed = true;
        first = owner_start(i - 1);
      } else if (a_.is_char(i, '-') && i > range_.first && !a_.token(i).space_before && !a_.token(first).space_before) {
        first = i - 1;
      } else if (may_describe(i)) {
        if (name_at_[i] != kNone) {
          first = std::max(names_[name_at_[i]].tokens.first, range_.first);
        } else {
          all_names = false;
          first = i;
        }
      } else {
        break;
      }
      if (phrase.gender == Gender::kUnknown && !closed)
        phrase.gender = gender_of(w_.classes(first) & (kMale | kFemale));
    }
    if (!closed) {
      // Without a determiner only what must belong to the head does.
      if (!phrase.plural && !(all_names && first < head)) return std::nullopt;
      if (!all_names) first = bare_start(head);
    }
    if (a_.token(head).upper && !closed && !a_.has(head, kInitial)) return std::nullopt;
    phrase.tokens = {first, end(head)};
    phrase.predicate = is_predicate(first, phrase);
    return phrase;
  }

  // Plural nouns without a determiner: with the words that are adjectives or numbers beyond doubt.
  [[nodiscard]] std::uint32_t bare_start(std::uint32_t head) const {
    auto first = head;
    while (first > range_.first && head - first < 3) {
      const auto i = first - 1;
      const bool fits = name_at_[i] != kNone ? may_describe(i)
                                             : a_.token(i).kind == TokenKind::kNumber || w_.is(i, kNumberWord) ||
                                                   (w_.is(i, kRoleModifier) && a_.is_word(i));
      if (!fits) break;
      first = name_at_[i] != kNone ? std::max(names_[name_at_[i]].tokens.first, range_.first) : i;
    }
    return first;
  }

  [[nodiscard]] std::uint32_t owner_start(std::uint32_t last) const {
    if (name_at_[last] != kNone) return std::max(names_[name_at_[last]].tokens.first, range_.first);
    auto first = last;
    while (first > range_.first && last - first < 3) {
      --first;
      if (determiner(first)) return first;
      if (!a_.is_word(first) || w_.is(first, kFunction)) return first + 1;
    }
    return last;
  }

  // "of the central bank"
  [[nodiscard]] std::uint32_t end(std::uint32_t head) const {
    const auto limit = std::min(range_.last, head + 1 + kMostAfter);
    auto i = head + 1;
    if (i + 1 >= limit || w_.lower(i) != "of") return head + 1;
    auto last = i + 1;
    for (++i; i < limit; ++i) {
      if (name_at_[i] != kNone) {
        i = std::min(names_[name_at_[i]].tokens.last, range_.last) - 1;
        last = i + 1;
        continue;
      }
      if (!a_.is_word(i) && a_.token(i).kind != TokenKind::kNumber) break;
      if (w_.is(i, kFunction) && !determiner(i)) break;
      if (w_.is(i, kSpeechVerb)) break;
      last = i + 1;
      if (!w_.is(i, kFunction)) break;  // one noun is enough
    }
    return last;
  }

  // "She is a nurse", "became the chairman", not "There was a woman".
  [[nodiscard]] bool is_predicate(std::uint32_t first, const Phrase& phrase) const {
    if (g_.has(phrase.head, syntax::Relation::kCop)) return true;
    if (first == range_.first) return false;
    const auto verb = w_.lower(first - 1);
    return is_any(verb, {"become", "became", "becomes", "becoming", "as"});
  }

  const Article& a_;
  const Words& w_;
  const Grammar& g_;
  std::span<const Mention> names_;
  std::vector<std::uint32_t> name_at_;  // of each token
  TokenRange range_;
  std::vector<Phrase> phrases_;
};

}  // namespace

std::vector<Phrase> find_phrases(const Article& article, const Grammar& grammar, std::span<const Mention> names) {
  return PhraseFinder(article, grammar, names).find();
}

}  // namespace pullquote::entities
