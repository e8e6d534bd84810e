#include "source_names.h"

#include <algorithm>

#include "phrases.h"
#include "verb_groups.h"

namespace pullquote::quotes {

namespace {

bool is_honorific(const Article& a, std::uint32_t i) { return a.words.is(i, features::kHonorific); }

/// "Speaking to the press": a clause that leads up to its subject.
bool is_participle_clause(const Article& a, std::uint32_t first) {
  if (a.parse.tags.empty() || a.mention(first) != nullptr || first + 1 >= a.parse.tags.size()) return false;
  const auto tag = a.parse.tags[first];
  return (tag == syntax::Tag::kVerbIng || tag == syntax::Tag::kVerbParticiple) &&
         a.is(first + 1, kPreposition | kDeterminer);
}

/// "(On Monday - the day before the) vote - Lin": what begins inside an aside, from its end.
TokenRange without_aside(const Article& a, TokenRange source) {
  constexpr std::uint32_t kReach = 60;
  const auto start = std::max(a.sentence(source.first).first, source.first - std::min(source.first, kReach));
  bool open = false;
  for (auto i = start; i < source.first; ++i) {
    if (a.is_free_dash(i)) open = !open;
  }
  for (auto i = source.first; open && i + 1 < source.last; ++i) {
    if (a.is_free_dash(i)) return {i + 1, source.last};
  }
  return source;
}

/// "On Monday, Lin", "But Lin" and "After": whoever stands behind what leads up to them, or nobody. Of what begins in
/// the sentence before, its end.
TokenRange without_lead(const Article& a, TokenRange source) {
  source.first = std::max(source.first, a.sentence(source.last - 1).first);
  source = without_aside(a, source);
  while (!source.empty()) {
    const auto first = source.first;
    const bool conjunction = a.is(first, kConjunction), subordinator = a.is(first, kSubordinator);
    const bool participle = is_participle_clause(a, first);
    if (a.is_pause(first) || a.closes_quotation(first)) {
      ++source.first;
      continue;
    }
    if (a.is(first, kRelative) && source.size() > 1 && a.is_word(first + 1) && !a.is(first + 1, kPreposition) &&
        first_verb(a, {first + 1, source.last}) != first + 1) {
      ++source.first;  // which Lin
      continue;
    }
    if (!conjunction && !subordinator && !participle && !a.is(first, kPreposition)) break;
    if (a.lower(first) == "that" || a.lower(first) == "of") break;
    auto pause = first + 1;
    while (pause < source.last && !a.is_pause(pause)) ++pause;
    for (auto i = pause + 1; i < source.last && a.is_dash(pause); ++i) {
      if (a.is_dash(i)) pause = i;  // On Monday - the day before the vote - Lin
    }
    if (!conjunction && a.lower(first) != "by" && pause + 1 < source.last) {
      source.first = pause + 1;
    } else if (conjunction || subordinator || a.lower(first) == "by" || source.size() == 1) {
      ++source.first;
    } else {
      break;  // "for some of the older members": nothing says where the phrase ends
    }
  }
  return source;
}

/// "… and calls them brave", "Keeps saying": what begins with the verb of a clause that does not say whose it is.
bool is_nobody(const Article& a, TokenRange source) {
  if (first_verb(a, source) != source.first) return false;
  for (auto i = source.first; i < source.last; ++i) {
    if (const auto* mention = a.mention(i); mention != nullptr && mention->names_person()) return false;
  }
  return true;
}

/// "The study, which" and "Lin on Monday": the pronoun alone, and the name alone. But "the study, which" had cost a
/// lot, said so itself.
TokenRange without_tail(const Article& a, TokenRange source, std::uint32_t anchor) {
  const auto last = source.last - 1;
  if (source.size() > 1 && last < anchor && a.is(last, kRelative) && a.lower(last - 1) != "of") {
    const auto said = verb_group(a, anchor, source.last).tokens.first;
    if (first_verb(a, {source.last, said}) == said) return {last, source.last};
    do --source.last;
    while (source.size() > 1 && a.is_pause(source.last - 1));
    return source;
  }
  if (source.size() > 2 && a.is(last, kTime) && a.lower(last - 1) == "on") return {source.first, last - 1};
  return source;
}

/// "New Delhi has promised engineers, but" did not say …; "Lin did not answer, but a spokeswoman" said …: without what
/// else the clause tells.
TokenRange without_clause(const Article& a, TokenRange source, std::uint32_t anchor) {
  const auto verb = first_verb(a, source);
  if (verb == source.last || verb == source.first) return source;
  for (auto i = verb + 1; i < source.last; ++i) {
    const auto word = a.lower(i);
    if (word != "but" && word != "and" && word != "while" && word != "though") continue;
    if (i + 1 == source.last) return {source.first, verb};
    if (a.is_char(i - 1, ',')) return {i + 1, source.last};
  }
  // "The paper did a study of Lin's" claim.
  if (a.text.word(source.last - 1) == "'s" || a.text.word(source.last - 1) == "’s") {
    const auto* owner = source.last > verb + 2 ? a.mention(source.last - 2) : nullptr;
    return owner != nullptr ? TokenRange{owner->tokens.first, source.last} : source;
  }
  // "Lopez held a crowd at the gate while she" warned them: a finite verb has its subject before it.
  const auto group = a.is_word(anchor) && anchor >= source.last ? verb_group(a, anchor, source.last) : VerbGroup{};
  if (!group.participle && !group.infinitive && group.tokens.first == source.last) {
    const auto near = subject_before(a, source.last, verb + 1);
    if (near && near->last == source.last) return *near;
  }
  if (a.is(source.first, kPreposition | kSubordinator)) {
    const auto near = subject_before(a, verb, source.first);  // "in the spring she left"
    return near && near->last == verb ? *near : source;
  }
  // "Lisbon, however, hurried to help its neighbour, praising …": whoever the sentence speaks of.
  TokenRange subject{source.first, verb};
  while (subject.size() > 1 && (a.is_pause(subject.last - 1) || a.is(subject.last - 1, kAdverb))) --subject.last;
  return subject;
}

}  // namespace

std::vector<TokenRange> named_sources(const Article& a, std::vector<TokenRange> source, std::uint32_t anchor) {
  std::vector<TokenRange> out;
  // "Lin did not answer calls, but a spokeswoman" said so: the subject of the verb between them said nothing.
  for (std::size_t i = source.size(); i-- > 1;) {
    const TokenRange between{source[i - 1].last, source[i].first};
    if (source[i].last > anchor || first_verb(a, between) == between.last) continue;
    source.erase(source.begin(), source.begin() + static_cast<std::ptrdiff_t>(i));
    break;
  }
  const auto edge = [&](std::uint32_t i) { return a.is_pause(i) || a.token(i).kind == TokenKind::kSymbol; };
  for (auto range : source) {
    while (!range.empty() && edge(range.first)) ++range.first;
    while (!range.empty() && edge(range.last - 1)) --range.last;
    if (!range.empty()) range = without_lead(a, range);
    if (!range.empty()) range = without_tail(a, range, anchor);
    if (range.empty() || is_nobody(a, range)) continue;
    const auto whole = range;
    range = without_clause(a, range, anchor);
    const bool told_more = range.last < whole.last;
    for (auto i = range.first + 1; i + 1 < range.last; ++i) {
      if (!a.is(i, kRelative) && a.lower(i) != "that") continue;
      auto name = i + 1;
      while (name + 1 < range.last && is_honorific(a, name)) ++name;
      const auto* mention = a.mention(name);
      if (mention != nullptr && mention->tokens.first <= name && mention->tokens.last == range.last) {
        range.first = i + 1;
      }
      break;
    }
    while (range.first > a.sentence(range.first).first && is_honorific(a, range.first - 1)) --range.first;
    out.push_back(range);
    if (told_more) break;  // what else was taken for the source is of the same clause
  }
  return out;
}

}  // namespace pullquote::quotes
