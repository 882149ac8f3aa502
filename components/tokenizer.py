"""Splits Japanese and English text into words with Sudachi."""

from typing import Any, Dict, List

from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message
from sudachipy import dictionary, tokenizer


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class SudachiTokenizer(Tokenizer):
    """Splits a message into words with the Sudachi core dictionary; Latin words stay whole, spaces are dropped."""

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Return Rasa's tokenizer settings, unchanged: intents are never split."""
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_", "token_pattern": None}

    @staticmethod
    def required_packages() -> List[str]:
        """Name the packages this component needs."""
        return ["sudachipy", "sudachidict_core"]

    def __init__(self, config: Dict[str, Any]) -> None:
        """Load the dictionary (about 70 MB, memory-mapped)."""
        super().__init__(config)
        self._sudachi = dictionary.Dictionary().create(mode=tokenizer.Tokenizer.SplitMode.C)

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SudachiTokenizer":
        """Create the component."""
        return cls(config)

    def tokenize(self, message: Message, attribute: str) -> List[Token]:
        """Return the words of one attribute with their positions."""
        text = message.get(attribute)
        words = [
            Token(morpheme.surface(), morpheme.begin(), morpheme.end())
            for morpheme in self._sudachi.tokenize(text)
            if morpheme.surface().strip()
        ]
        return self._apply_token_pattern(words)
