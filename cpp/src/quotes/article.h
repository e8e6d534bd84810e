#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "entities/entities.h"
#include "features/words.h"
#include "grammar.h"
#include "known_verbs.h"
#include "quotes/cues.h"
#include "quotes/quotations.h"
#include "syntax/syntax.h"
#include "tokens/tokens.h"

namespace pullquote::quotes {

using tokens::TokenKind;
using tokens::TokenRange;

/// The article as the rules of this stage see it: for each token, what stands there.
class Article {
 public:
  Article(const tokens::TokenizedText& text, const features::Words& words, const entities::Linked& linked,
          const syntax::Parse& parse, bool boilerplate, StandIns read_as = {});

  const tokens::TokenizedText& text;
  const features::Words& words;
  const entities::Linked& linked;
  const syntax::Parse& parse;
  const std::vector<Quotation> quotations;
  const StandIns read_as;

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(places_.size()); }
  [[nodiscard]] const tokens::Token& token(std::uint32_t i) const { return text.tokens[i]; }
  [[nodiscard]] std::string_view lower(std::uint32_t i) const { return words.lower(i); }
  [[nodiscard]] bool is(std::uint32_t i, std::uint32_t grammar) const { return (places_[i].grammar & grammar) != 0; }
  [[nodiscard]] bool is_word(std::uint32_t i) const { return token(i).kind == TokenKind::kWord; }
  [[nodiscard]] bool is_char(std::uint32_t i, char c) const {
    return token(i).end == token(i).begin + 1 && text.text->view()[token(i).begin] == c;
  }
  /// A token of punctuation or a symbol that joins words without space: the hyphen of "oil-rich", the "&" of a name.
  [[nodiscard]] bool is_joint(std::uint32_t i) const;
  [[nodiscard]] bool is_dash(std::uint32_t i) const;
  /// One between words, and not the hyphen of one.
  [[nodiscard]] bool is_free_dash(std::uint32_t i) const { return is_dash(i) && !is_joint(i); }
  /// A comma, a semicolon or a dash: what may stand around a part of an attribution.
  [[nodiscard]] bool is_pause(std::uint32_t i) const;
  /// "however", "late", "calmly".
  [[nodiscard]] bool is_adverbial(std::uint32_t i) const { return is(i, kAdverb) || lower(i).ends_with("ly"); }
  /// A verb that may have a subject, as far as there is a parse.
  [[nodiscard]] bool is_finite(std::uint32_t i) const {
    return !parse.tags.empty() && syntax::is_finite(parse.tags[i]);
  }
  /// A noun, a name or a pronoun, as far as there is a parse.
  [[nodiscard]] bool is_nominal(std::uint32_t i) const {
    return !parse.tags.empty() && (syntax::is_noun(parse.tags[i]) || parse.tags[i] == syntax::Tag::kPronoun);
  }
  /// A full stop, question mark, exclamation mark or ellipsis.
  [[nodiscard]] bool ends_sentence(std::uint32_t i) const;

  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t i) const { return places_[i].sentence; }
  [[nodiscard]] TokenRange sentence(std::uint32_t i) const { return text.sentences[places_[i].sentence].tokens; }
  [[nodiscard]] std::uint32_t section_of(std::uint32_t i) const { return text.sentences[places_[i].sentence].section; }

  static constexpr std::uint32_t kNone = 0xffffffff;
  /// The quotation that the token is part of, marks included, or kNone.
  [[nodiscard]] std::uint32_t quotation_at(std::uint32_t i) const { return places_[i].quotation; }
  [[nodiscard]] bool is_quoted(std::uint32_t i) const { return places_[i].quotation != kNone; }
  /// True for the first token of a quotation.
  [[nodiscard]] bool opens_quotation(std::uint32_t i) const {
    return is_quoted(i) && quotations[places_[i].quotation].tokens.first == i;
  }
  /// True for the last one, closed or not.
  [[nodiscard]] bool closes_quotation(std::uint32_t i) const {
    return is_quoted(i) && quotations[places_[i].quotation].tokens.last == i + 1;
  }
  /// The last token inside a quotation that is no mark of a nested one: the comma of "…,’”.
  [[nodiscard]] std::uint32_t last_inside(const Quotation& quotation) const;
  [[nodiscard]] const entities::Mention* mention(std::uint32_t i) const {
    return places_[i].mention == kNone ? nullptr : &linked.mentions[places_[i].mention];
  }
  /// A mention other than of a date or a sum.
  [[nodiscard]] bool is_somebody(std::uint32_t i) const;
  [[nodiscard]] bool is_date(std::uint32_t i) const;
  /// The cue that the word may be: outside quotations and names, in a section that is read.
  [[nodiscard]] const Cue* cue(std::uint32_t i) const { return places_[i].cue; }
  [[nodiscard]] bool takes(std::uint32_t i, std::uint32_t what) const {
    return places_[i].cue != nullptr && (places_[i].cue->takes & what) != 0;
  }

 private:
  struct Place {
    const Cue* cue = nullptr;
    std::uint32_t grammar = 0;
    std::uint32_t sentence = 0;
    std::uint32_t quotation = kNone;
    std::uint32_t mention = kNone;
  };
  std::vector<Place> places_;
};

}  // namespace pullquote::quotes
