#include "syntax/syntax.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "model/best_label.h"
#include "model/bytes.h"
#include "model/fingerprint.h"
#include "pullquote/error.h"
#include "syntax/action_scorer.h"
#include "syntax/fingerprint.h"
#include "syntax/parser.h"
#include "syntax/tagger.h"

namespace pullquote::syntax {

namespace {

// Behind the fingerprint of its features a section holds three models, each from a multiple of 64 bytes on:
//   u64 size of the tagger, of the actions, of the relations, zeros; then their bytes
constexpr std::size_t kParts = 3;
constexpr std::size_t kHeaderSize = 64;
constexpr std::uint64_t aligned(std::uint64_t at) { return (at + 63) / 64 * 64; }

// Calls with each sentence, or each piece of one that is longer than the parser takes.
template <typename Take>
void each_piece(const tokens::TokenizedText& text, const Take& take) {
  for (const auto& sentence : text.sentences) {
    for (auto first = sentence.tokens.first; first < sentence.tokens.last; first += kLongestSentence) {
      take(tokens::TokenRange{first, std::min(first + kLongestSentence, sentence.tokens.last)});
    }
  }
}

class SentenceParser {
 public:
  SentenceParser(const model::PairTable& actions, const model::RowTable& relations)
      : actions_(actions), relations_(relations) {}

  void run(std::span<const LexicalWord> words, std::span<const Tag> tags) {
    context_.set(words, tags);
    state_.start(static_cast<std::uint8_t>(words.size()));
    actions_.start(context_);
    while (!state_.done()) {
      const auto action = next_action();
      if (action == Action::kShift) {
        state_.shift();
        actions_.shifted(state_);
      } else {
        state_.attach(action, relation_of(state_.head(action), state_.dependent()));
      }
    }
  }
  [[nodiscard]] const ParseState& state() const { return state_; }

 private:
  Action next_action() {
    if (const auto only = state_.only_action()) return *only;
    const auto [left, right] = actions_.score(context_, state_);
    std::optional<Action> best;
    std::int32_t most = 0;
    const auto consider = [&](Action action, std::int32_t score) {
      if (!state_.allows(action) || (best && score <= most)) return;
      best = action;
      most = score;
    };
    consider(Action::kShift, 0);
    consider(Action::kLeft, left);
    consider(Action::kRight, right);
    return *best;  // a state that is not done always allows one
  }

  Relation relation_of(std::uint8_t head, std::uint8_t word) {
    if (head == state_.size()) return Relation::kRoot;
    relation_features(context_, state_, head, word, relation_features_);
    auto scores = relations_.sum(relation_features_.all());
    scores[static_cast<std::size_t>(Relation::kRoot)] = std::numeric_limits<std::int16_t>::min();
    return static_cast<Relation>(model::best_label<kRelations>(scores));
  }

  ActionScorer actions_;
  const model::RowTable& relations_;
  ParseContext context_;
  ParseState state_;
  FeatureList relation_features_{kRelationDecision};
};

}  // namespace

Syntax::Syntax(std::span<const std::byte> section, features::Clusters clusters, std::string_view name)
    : clusters_(std::move(clusters)) {
  const auto bytes = model::learned_with(fingerprint(), section, name);
  const auto require = [&](bool fine, const char* what) {
    if (!fine) throw Error(ErrorCode::kModelCorrupt, what, std::string(name), "build or install the model again");
  };
  require(bytes.size() >= kHeaderSize, "the models of syntax are cut short");
  std::array<std::span<const std::byte>, kParts> parts;
  std::uint64_t at = kHeaderSize;
  for (std::size_t i = 0; i < kParts; ++i) {
    const auto size = model::load<std::uint64_t>(bytes, 8 * i);
    require(size <= bytes.size() && at <= bytes.size() - size, "the models of syntax are cut short");
    parts[i] = bytes.subspan(at, size);
    at = aligned(at + size);
  }
  tagger_ = model::RowTable(parts[0], name);
  actions_ = model::PairTable(parts[1], name);
  relations_ = model::RowTable(parts[2], name);
}

std::vector<std::byte> Syntax::build(std::span<const std::byte> tagger, std::span<const std::byte> actions,
                                     std::span<const std::byte> relations) {
  const std::array parts = {tagger, actions, relations};
  std::vector<std::byte> bytes(kHeaderSize);
  for (std::size_t i = 0; i < kParts; ++i) {
    model::store<std::uint64_t>(bytes, 8 * i, parts[i].size());
    bytes.insert(bytes.end(), parts[i].begin(), parts[i].end());
    bytes.resize(aligned(bytes.size()));
  }
  return model::with_fingerprint(fingerprint(), bytes);
}

std::vector<Tag> Syntax::tag(const tokens::TokenizedText& text, const features::Words& words) const {
  std::vector<Tag> tags(text.tokens.size());
  const auto lexical = lexical_words(text, words, clusters_);
  SentenceTagger tagger(tagger_);
  each_piece(text, [&](tokens::TokenRange piece) {
    tagger.run(
        {.words = std::span(lexical).subspan(piece.first, piece.size()), .capitalised = is_capitalised(text, piece)},
        std::span(tags).subspan(piece.first, piece.size()));
  });
  return tags;
}

Parse Syntax::parse(const tokens::TokenizedText& text, const features::Words& words) const {
  const auto count = text.tokens.size();
  Parse parse{.tags = std::vector<Tag>(count),
              .heads = std::vector<std::uint32_t>(count, kRoot),
              .relations = std::vector<Relation>(count, Relation::kRoot)};
  const auto lexical = lexical_words(text, words, clusters_);
  SentenceTagger tagger(tagger_);
  SentenceParser parser(actions_, relations_);
  each_piece(text, [&](tokens::TokenRange piece) {
    const auto sentence = std::span<const LexicalWord>(lexical).subspan(piece.first, piece.size());
    const auto tags = std::span(parse.tags).subspan(piece.first, piece.size());
    tagger.run({.words = sentence, .capitalised = is_capitalised(text, piece)}, tags);
    parser.run(sentence, tags);
    for (std::uint32_t i = 0; i < piece.size(); ++i) {
      const auto& node = parser.state()[static_cast<std::uint8_t>(i)];
      parse.relations[piece.first + i] = static_cast<Relation>(node.relation);
      if (node.head != piece.size()) parse.heads[piece.first + i] = piece.first + node.head;
    }
  });
  return parse;
}

}  // namespace pullquote::syntax
