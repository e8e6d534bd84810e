#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "entities/entities.h"
#include "linking.h"
#include "model/flag_table.h"
#include "text/unicode.h"

// Whom the source of a quote names.
//
// A source is a noun phrase, and who speaks is its head: the last word before the first "of", "from", comma or "who". A
// mention that ends there is the speaker ("Trump's lawyer Michael Cohen"). Where the head is a common noun, a person
// named beside it is meant ("the bank's chief economist, Li Wei", "Secretary of State Mike Pompeo"), and one behind
// "for" or "to" is not ("a spokesman for President Trump"). What is left has no name: one entity for all sources of the
// same words, and "the spokesman" is the spokesman spoken of last. Each source costs its own length.

namespace pullquote::entities {

using namespace features;

namespace {

constexpr std::uint32_t kNone = 0xffffffff;
constexpr float kConfidence = 0.6F;
constexpr std::uint32_t kLongestSource = 60;  // tokens that are looked at

bool is_one_of(std::string_view word, std::string_view list) {
  for (std::size_t at = 0; at < list.size();) {
    const auto end = std::min(list.find(' ', at), list.size());
    if (list.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

class SourceResolver {
 public:
  SourceResolver(const tokens::TokenizedText& text, Linked& linked)
      : text_(text), linked_(linked), mention_at_(text.tokens.size(), kNone) {
    for (std::uint32_t m = 0; m < linked.mentions.size(); ++m) {
      const auto range = linked.mentions[m].tokens;
      for (auto i = range.first; i < range.last; ++i) mention_at_[i] = m;  // the innermost comes last
    }
  }

  std::vector<std::optional<std::uint32_t>> resolve(std::span<const TokenRange> sources) {
    std::vector<std::optional<std::uint32_t>> speakers;
    speakers.reserve(sources.size());
    for (const auto source : sources) speakers.push_back(speaker(source));
    const auto number = put_in_order(linked_);
    for (auto& speaker : speakers) {
      if (speaker) speaker = number[*speaker];
    }
    return speakers;
  }

 private:
  [[nodiscard]] std::string lower(std::uint32_t i) const { return text::to_lower(text_.word(i)); }
  [[nodiscard]] bool is_word(std::uint32_t i) const { return text_.tokens[i].kind == TokenKind::kWord; }

  // Words that end the part of a noun phrase in which its head stands.
  [[nodiscard]] bool closes(std::uint32_t i) const {
    const auto& token = text_.tokens[i];
    if (token.kind == TokenKind::kPunctuation) return text_.word(i) != "-";
    if (token.kind == TokenKind::kQuote) return true;
    return is_word(i) && is_one_of(lower(i),
                                   "of for from in at with on to who whom whose which that by against about among "
                                   "and or behind near under inside outside including");
  }

  [[nodiscard]] std::optional<std::uint32_t> speaker(TokenRange source) {
    source.last = std::min(source.last, source.first + kLongestSource);
    while (!source.empty() && (closes(source.first) || is_preposition(source.first))) ++source.first;
    while (!source.empty() && (closes(source.last - 1) || text_.tokens[source.last - 1].kind == TokenKind::kClitic)) {
      --source.last;
    }
    if (source.empty()) return std::nullopt;
    auto end = source.first + 1;  // one past the head
    while (end < source.last && (!closes(end) || inside_mention(end))) ++end;
    const auto head = head_before(source.first, end);
    if (const auto m = mention_at_[head]; m != kNone) return linked_.mentions[m].entity;
    if (const auto person = person_beside(head, end, source)) return person;
    return nominal(source, head);
  }

  [[nodiscard]] bool is_preposition(std::uint32_t i) const { return lower(i) == "according"; }

  [[nodiscard]] bool inside_mention(std::uint32_t i) const {
    return mention_at_[i] != kNone && mention_at_[i] == mention_at_[i - 1];
  }

  // The last word of weight: "the minister himself", "Mr Smith, 34".
  [[nodiscard]] std::uint32_t head_before(std::uint32_t first, std::uint32_t end) const {
    while (end > first + 1 && !is_word(end - 1) && mention_at_[end - 1] == kNone) --end;
    while (end > first + 1 && is_one_of(lower(end - 1), "himself herself itself themselves also alone both")) --end;
    return end - 1;
  }

  // "chief economist, Li Wei" and "Secretary of State Mike Pompeo", not "a spokesman for President Trump".
  [[nodiscard]] std::optional<std::uint32_t> person_beside(std::uint32_t head, std::uint32_t end,
                                                           TokenRange source) const {
    bool title = true;  // only words of a title so far
    for (auto i = end; i < source.last; ++i) {
      const auto m = mention_at_[i];
      if (m != kNone && linked_.mentions[m].label == Label::kPerson) {
        const bool apposition = i == end + 1 && text_.word(end) == ",";
        const bool directly = title && i > head + 1 && (mention_at_[i - 1] != kNone || !closes(i - 1));
        if (apposition || directly) return linked_.mentions[m].entity;
        return std::nullopt;
      }
      const auto word = lower(i);
      const bool portfolio = m != kNone || text_.tokens[i].upper || is_one_of(word, "of and the");
      const bool another = (word_classes(word) & kRole) != 0 && i > end;  // "for President"
      if (!portfolio || another) title = false;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::uint32_t> nominal(TokenRange source, std::uint32_t head) {
    const auto noun = lower(head);
    const auto classes = word_classes(noun);
    if (!is_word(head) || (classes & kPronoun) != 0 ||
        is_one_of(noun, "i me my we us our you your it its they them their this that these those who which what one")) {
      return std::nullopt;
    }
    const auto first = lower(source.first);
    const bool indefinite = is_one_of(first, "a an one some another two three four five several many");
    const bool definite = is_one_of(first, "the this that his her its their");
    auto& last = of_noun_[model::hash64(noun)];
    auto& same = of_words_[model::hash64(
        text_.text->view({text_.tokens[source.first].begin, text_.tokens[source.last - 1].end}))];
    std::uint32_t entity = kNone;
    if (same != 0 && !indefinite) {
      entity = same - 1;
    } else if (last != 0 && definite && source.size() == 2) {
      entity = last - 1;
    } else {
      entity = static_cast<std::uint32_t>(linked_.entities.size());
      linked_.entities.push_back(
          {.label = label_of(noun, classes),
           .named = false,
           .name = one_line(text_.text->view({text_.tokens[source.first].begin, text_.tokens[source.last - 1].end}))});
    }
    last = same = entity + 1;
    mention_at_[head] = static_cast<std::uint32_t>(linked_.mentions.size());  // a second quote may have the same source
    linked_.mentions.push_back({.tokens = source,
                                .kind = MentionKind::kNominal,
                                .label = linked_.entities[entity].label,
                                .confidence = kConfidence,
                                .entity = entity});
    return entity;
  }

  [[nodiscard]] static Label label_of(std::string_view noun, std::uint64_t classes) {
    if ((classes & (kRole | kKinship)) != 0) return Label::kPerson;
    if ((classes & kOrgHead) != 0) return Label::kOrg;
    if (is_one_of(noun,
                  "report reports study studies survey poll statement letter document documents filing lawsuit "
                  "complaint memo email tweet post article book paper release transcript indictment data figures "
                  "law bill rule website")) {
      return Label::kMisc;
    }
    return Label::kPerson;
  }

  const tokens::TokenizedText& text_;
  Linked& linked_;
  std::vector<std::uint32_t> mention_at_;  // of each token
  HashMap of_noun_;                        // hash of a head -> entity + 1
  HashMap of_words_;                       // hash of a whole source -> entity + 1
};

}  // namespace

std::vector<std::optional<std::uint32_t>> resolve_sources(const tokens::TokenizedText& text, Linked& linked,
                                                          std::span<const TokenRange> sources) {
  return SourceResolver(text, linked).resolve(sources);
}

}  // namespace pullquote::entities
