#include "speakers.h"

#include <algorithm>
#include <optional>

#include "phrases.h"
#include "verb_groups.h"

namespace pullquote::quotes {

namespace {

/// The entities mentioned inside content, ascending, without the speaker.
std::vector<std::uint32_t> entities_in(const entities::Linked& linked, const Quote& quote) {
  std::vector<std::uint32_t> found;
  for (const auto range : quote.content) {
    auto mention = std::partition_point(linked.mentions.begin(), linked.mentions.end(),
                                        [&](const auto& m) { return m.tokens.first < range.first; });
    for (; mention != linked.mentions.end() && mention->tokens.first < range.last; ++mention) {
      if (mention->entity != quote.speaker) found.push_back(mention->entity);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

bool is_plural(const Article& a, TokenRange subject) {
  const auto* m = a.mention(subject.last - 1);
  if (m != nullptr) return m->label == Label::kNorp;
  const auto head = a.lower(subject.last - 1);
  return head.ends_with('s') && !head.ends_with("ss") && !head.ends_with("us") && !head.ends_with("is");
}

/// Whom "it" or "they" may mean of subjects: a body or a place, or a thing with a determiner; several of a kind.
bool may_mean(const Article& a, std::string_view pronoun, TokenRange subject) {
  const auto last = subject.last - 1;
  if (!a.is_word(last) || a.is_quoted(subject.first) || a.is(last, kSubject | kRelative)) return false;
  const auto* m = a.mention(last);
  if (m != nullptr && (m->kind != MentionKind::kName || m->label == Label::kPerson)) return false;
  if (pronoun == "they") return is_plural(a, subject);
  return m != nullptr ? m->label == Label::kOrg || m->label == Label::kLoc || m->label == Label::kProduct
                      : a.is(subject.first, kDeterminer) && subject.size() > 1 && !is_plural(a, subject);
}

/// "The council sent a letter. It said …": the subject of the sentence before, or of a clause before it in its own;
/// none after a comma, where somebody else may be spoken of ("The benefit, it says, would rise").
TokenRange spoken_of(const Article& a, TokenRange source) {
  constexpr std::uint32_t kFewWords = 2;  // "But", "In addition"
  const auto own = a.sentence(source.first);
  if (source.first > own.first + kFewWords && a.is_char(source.first - 1, ',')) return source;
  auto subject = subject_of_sentence(a, {own.first, source.first});
  if (!subject && own.first > 0 && source.first - own.first <= kFewWords) {
    subject = subject_of_sentence(a, a.sentence(own.first - 1));
  }
  if (!subject) return source;
  for (auto i = subject->first + 1; i < subject->last; ++i) {
    if (a.is_char(i, ',') || a.is(i, kRelative)) subject->last = i;  // "the council, which met on Monday"
  }
  if (const auto verb = first_verb(a, *subject); verb > subject->first) subject->last = verb;
  while (subject->size() > 1 && a.is_adverbial(subject->last - 1)) --subject->last;
  return may_mean(a, a.lower(source.first), *subject) ? *subject : source;
}

}  // namespace

TokenRange antecedent(const Article& a, TokenRange source) {
  if (source.size() == 1 && (a.lower(source.first) == "it" || a.lower(source.first) == "they") &&
      !a.is_quoted(source.first)) {
    return spoken_of(a, source);
  }
  if (source.size() != 1 || !a.is(source.first, kRelative)) {
    // A relative clause or a parenthesis says more of whoever speaks, and who that is stands before it.
    for (auto i = source.first + 1; i < source.last; ++i) {
      if (a.is_char(i, '(')) return {source.first, i};
      if (a.is(i, kRelative) && a.mention(i) == nullptr) return {source.first, a.is_char(i - 1, ',') ? i - 1 : i};
    }
    return source;
  }
  auto i = source.first;
  while (i > 0 && a.is_char(i - 1, ',')) --i;
  return subject_before(a, i, a.sentence(source.first).first).value_or(source);
}

void identify(const tokens::TokenizedText& text, entities::Linked& linked, const std::vector<TokenRange>& sources,
              std::vector<Quote>& quotes) {
  std::vector<TokenRange> given;
  for (const auto source : sources) {
    if (!source.empty()) given.push_back(source);
  }
  const auto speakers = entities::resolve_sources(text, linked, given);
  auto speaker = speakers.begin();
  for (std::size_t q = 0; q < quotes.size(); ++q) {
    if (!sources[q].empty()) quotes[q].speaker = *speaker++;
    quotes[q].about = entities_in(linked, quotes[q]);
  }
}

}  // namespace pullquote::quotes
