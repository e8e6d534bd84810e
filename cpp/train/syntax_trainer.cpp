#include "syntax_trainer.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "features/words.h"
#include "model/feature_table.h"
#include "parser_trainer.h"
#include "syntax/syntax.h"
#include "syntax/tagger.h"
#include "tagger_trainer.h"

namespace pullquote::train {

namespace {

template <typename Label>
Label known(std::optional<Label> label, const std::string& name, const std::string& document) {
  if (!label) throw std::runtime_error(document + ": a label that the syntax stage does not know: " + name);
  return *label;
}

std::vector<std::byte> action_table(const std::vector<Perceptron::Row>& rows) {
  std::vector<model::PairTable::Row> out;
  out.reserve(rows.size());
  for (const auto& [feature, weights] : rows) {
    out.push_back({feature, {weights[1] - weights[0], weights[2] - weights[0]}});
  }
  return model::PairTable::build(out);
}

std::vector<std::byte> build_tagger(const Perceptron& tagger, const SyntaxOptions& options) {
  return model::RowTable::build(tagger.rows(options.tagger_rows));
}

// Gives each example the tags of a tagger that was trained on the other documents.
void retag(std::vector<SyntaxExample>& examples, const SyntaxOptions& options) {
  std::vector<std::vector<syntax::Tag>> given(examples.size());
  for (std::size_t fold = 0; fold < options.folds; ++fold) {
    std::vector<const SyntaxExample*> others;
    for (const auto& example : examples) {
      if (example.document % options.folds != fold) others.push_back(&example);
    }
    const auto bytes = build_tagger(train_tagger(others, options), options);
    const model::RowTable weights(bytes);
    syntax::SentenceTagger tagger(weights);
    for (std::size_t i = 0; i < examples.size(); ++i) {
      if (examples[i].document % options.folds != fold) continue;
      given[i].resize(examples[i].words.size());
      tagger.run({.words = examples[i].words, .capitalised = examples[i].capitalised}, given[i]);
    }
  }
  for (std::size_t i = 0; i < examples.size(); ++i) examples[i].tags = std::move(given[i]);
}

}  // namespace

std::vector<SyntaxExample> syntax_examples(const std::vector<TreebankDocument>& documents,
                                           const features::Clusters& clusters) {
  std::vector<SyntaxExample> examples;
  for (std::size_t number = 0; number < documents.size(); ++number) {
    const auto& document = documents[number];
    const features::Words words(document.tokens, features::Lexicon());
    const auto lexical = syntax::lexical_words(document.tokens, words, clusters);
    for (const auto& sentence : document.tokens.sentences) {
      const auto [first, last] = sentence.tokens;
      if (sentence.tokens.size() > syntax::kLongestSentence) continue;
      auto& example = examples.emplace_back();
      example.document = number;
      example.capitalised = syntax::is_capitalised(document.tokens, sentence.tokens);
      for (auto i = first; i < last; ++i) {
        example.words.push_back(lexical[i]);
        example.tags.push_back(known(syntax::find_tag(document.tags[i]), document.tags[i], document.name));
        const bool root = document.heads[i] == i;
        example.heads.push_back(static_cast<std::uint8_t>((root ? last : document.heads[i]) - first));
        example.relations.push_back(
            root ? syntax::Relation::kRoot
                 : known(syntax::find_relation(document.relations[i]), document.relations[i], document.name));
      }
    }
  }
  return examples;
}

std::vector<std::byte> train_syntax(std::vector<SyntaxExample> examples, const SyntaxOptions& options,
                                    const std::function<void(const std::string&)>& report) {
  std::vector<const SyntaxExample*> all;
  for (const auto& example : examples) all.push_back(&example);
  const auto tagger = build_tagger(train_tagger(all, options), options);
  if (report) report("tagger: " + std::to_string(tagger.size()) + " bytes");

  retag(examples, options);
  const auto [action_weights, relation_weights] = train_parser(examples, options, report);
  const auto actions = action_table(action_weights.rows(options.action_rows));
  const auto relations = model::RowTable::build(relation_weights.rows(options.relation_rows));
  if (report) {
    report("parser: " + std::to_string(actions.size()) + " bytes of actions, " + std::to_string(relations.size()) +
           " bytes of relations");
  }
  return syntax::Syntax::build(tagger, actions, relations);
}

}  // namespace pullquote::train
