#include "article.h"

#include <utility>

namespace pullquote::quotes {

Article::Article(const tokens::TokenizedText& tokenized, const features::Words& known, const entities::Linked& found,
                 const syntax::Parse& tree, bool boilerplate, StandIns stand_ins)
    : text(tokenized),
      words(known),
      linked(found),
      parse(tree),
      quotations(find_quotations(tokenized, found, boilerplate)),
      read_as(std::move(stand_ins)),
      places_(tokenized.tokens.size()) {
  for (std::uint32_t s = 0; s < text.sentences.size(); ++s) {
    const auto range = text.sentences[s].tokens;
    for (auto i = range.first; i < range.last; ++i) places_[i].sentence = s;
  }
  for (std::uint32_t q = 0; q < quotations.size(); ++q) {
    const auto range = quotations[q].tokens;
    for (auto i = range.first; i < range.last; ++i) places_[i].quotation = q;
  }
  for (std::uint32_t m = 0; m < linked.mentions.size(); ++m) {
    const auto range = linked.mentions[m].tokens;
    for (auto i = range.first; i < range.last; ++i) {
      if (places_[i].mention == kNone) places_[i].mention = m;  // the outermost comes first
    }
  }
  for (const auto& section : text.sections) {
    const bool read = section.kind == SectionKind::kParagraph || section.kind == SectionKind::kHeadline ||
                      section.kind == SectionKind::kCaption ||
                      (section.kind == SectionKind::kBoilerplate && boilerplate);
    for (auto i = section.tokens.first; i < section.tokens.last; ++i) {
      auto& place = places_[i];
      if (token(i).kind != TokenKind::kWord && token(i).kind != TokenKind::kClitic) continue;
      place.grammar = grammar_of(lower(i));
      if (!read || place.quotation != kNone || place.mention != kNone) continue;
      const bool stands_in = !read_as.empty() && !read_as[i].empty();
      place.cue = find_cue(stands_in ? read_as[i] : lower(i));
      // "Secretary of State", "the Final Report": a capital makes a noun of what may be one.
      if (token(i).upper && takes(i, kNounToo | kNoun)) place.cue = nullptr;
    }
  }
}

bool Article::is_joint(std::uint32_t i) const {
  const auto& t = token(i);
  if (t.kind != TokenKind::kPunctuation && t.kind != TokenKind::kSymbol && t.kind != TokenKind::kClitic) return false;
  if (t.kind == TokenKind::kClitic) return !is(i, kAuxiliary | kModal | kNegation);
  const auto word = text.word(i);
  if (word == "&" || word == "%" || word == "$" || word == "#") return true;
  if (t.kind != TokenKind::kSymbol && word != "-" && word != "/" && word != "–" && word != "'") return false;
  return !t.space_before && i + 1 < size() && !token(i + 1).space_before;
}

bool Article::is_dash(std::uint32_t i) const { return quotes::is_dash(text.word(i)); }

bool Article::is_pause(std::uint32_t i) const {
  return token(i).kind == TokenKind::kPunctuation && (is_char(i, ',') || is_char(i, ';') || is_dash(i));
}

bool Article::ends_sentence(std::uint32_t i) const {
  const auto word = text.word(i);
  return word == "." || word == "?" || word == "!" || word == "..." || word == "…";
}

std::uint32_t Article::last_inside(const Quotation& quotation) const {
  auto last = quotation.inside.last - 1;
  while (last > quotation.inside.first && token(last).kind == TokenKind::kQuote) --last;
  return last;
}

bool Article::is_somebody(std::uint32_t i) const {
  const auto* m = mention(i);
  return m != nullptr && m->label != Label::kDate && m->label != Label::kMoney;
}

bool Article::is_date(std::uint32_t i) const {
  const auto* m = mention(i);
  return m != nullptr && m->label == Label::kDate;
}

}  // namespace pullquote::quotes
